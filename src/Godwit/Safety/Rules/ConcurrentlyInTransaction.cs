using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>CONCURRENTLY inside a transaction that the script writes.</summary>
internal sealed class ConcurrentlyInTransaction : Rule
{
    internal override string Id => "PG04";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "CONCURRENTLY inside a transaction that the script writes";

    internal override string Reason => "PostgreSQL refuses it (25001).";

    internal override string Remedy => "Take it out of BEGIN and COMMIT: Godwit runs it by itself.";

    internal override string Bad => """
        -- transaction: off
        BEGIN;
        CREATE INDEX CONCURRENTLY posts_title ON posts (title);
        COMMIT;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact.Transaction is FactTransaction.Written && IsConcurrent(fact)
        ? [new Breach("CONCURRENTLY cannot run inside BEGIN and COMMIT.", fact.Sql + ";")]
        : [];

    private static bool IsConcurrent(Fact fact) =>
        fact is IndexCreated { Concurrently: true } or IndexesDropped { Concurrently: true } or Reindexed { Concurrently: true } or PartitionDetached { Concurrently: true };
}
