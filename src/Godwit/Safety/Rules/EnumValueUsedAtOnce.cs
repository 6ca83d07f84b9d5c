using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A new value of an enum is used in the transaction that adds it.</summary>
internal sealed class EnumValueUsedAtOnce : Rule
{
    internal override string Id => "BC09";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a new value of an enum is used in the transaction that adds it";

    internal override string Reason => "PostgreSQL refuses it until the value is committed (55P04).";

    internal override string Remedy => "Leave BEGIN and COMMIT out: Godwit commits the value before its first use by itself.";

    internal override string Bad => """
        -- transaction: off
        BEGIN;
        ALTER TYPE state ADD VALUE 'archived' AFTER 'published';
        UPDATE posts SET state = 'archived' WHERE id = 1;
        COMMIT;
        """;

    internal override string Good => """
        ALTER TYPE state ADD VALUE 'archived' AFTER 'published';
        UPDATE posts SET state = 'archived' WHERE id = 1;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is EnumValueAdded { Transaction: FactTransaction.Written } added
        ? ground.After.Where(later => later.Part == added.Part && later.Sql?.Contains(added.Value, StringComparison.Ordinal) == true).Take(1)
            .Select(_ => new Breach($"The value {added.Value} of {added.Type} is used before it is committed.", Proposals.Lines(ground.Statements)))
        : [];
}
