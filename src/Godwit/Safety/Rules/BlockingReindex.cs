using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>An index is rebuilt without CONCURRENTLY.</summary>
internal sealed class BlockingReindex : Rule
{
    internal override string Id => "PG03";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "an index is rebuilt without CONCURRENTLY";

    internal override string Reason => "Nobody can write to the table, nor read by that index, until it is done.";

    internal override string Remedy => "CONCURRENTLY builds the new one beside the old one.";

    internal override string Bad => "REINDEX INDEX posts_title;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is Reindexed { Concurrently: false } reindexed && (reindexed.Name is null || !ground.IsNew(reindexed.Name))
        ? [new Breach($"Writers wait until {(reindexed.Name is null ? "all indexes are" : $"{reindexed.Name} is")} rebuilt.",
            reindexed.Kind.Length == 0 || reindexed.Name is null ? null : $"REINDEX {reindexed.Kind} CONCURRENTLY {reindexed.Name};")]
        : [];
}
