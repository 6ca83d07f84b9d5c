using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>VACUUM FULL, CLUSTER, or REFRESH without CONCURRENTLY.</summary>
internal sealed class BlockingRewrite : Rule
{
    internal override string Id => "PG06";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "VACUUM FULL, CLUSTER, or REFRESH without CONCURRENTLY";

    internal override string Reason => "The table or view is locked against readers, too, for as long as the writing of all of it takes.";

    internal override string Remedy => "REFRESH MATERIALIZED VIEW CONCURRENTLY where the view has a unique index; pg_repack for a table, or a maintenance window.";

    internal override string Bad => "REFRESH MATERIALIZED VIEW post_statistics;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        ViewRefreshed { Concurrently: false } refreshed => [new Breach($"Readers of {refreshed.Name} wait until it is filled.", $"REFRESH MATERIALIZED VIEW CONCURRENTLY {refreshed.Name};")],
        TableRewritten rewritten => [new Breach($"{rewritten.Command} locks {rewritten.Name?.Written ?? "every table"} while it is rewritten.")],
        _ => [],
    };
}
