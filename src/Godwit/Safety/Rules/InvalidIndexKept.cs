using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>CREATE INDEX CONCURRENTLY IF NOT EXISTS.</summary>
internal sealed class InvalidIndexKept : Rule
{
    internal override string Id => "PG25";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "CREATE INDEX CONCURRENTLY IF NOT EXISTS";

    internal override string Reason => "An invalid index that a failed attempt left counts as existing: it is kept, is used by nobody, and slows every write.";

    internal override string Remedy => "Leave IF NOT EXISTS out: Godwit drops an invalid index and builds it again.";

    internal override string Bad => "CREATE INDEX CONCURRENTLY IF NOT EXISTS posts_title ON posts (title);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is IndexCreated { Concurrently: true, IfNotExists: true } index
        ? [new Breach($"If {index.Name} is there and invalid, it stays so.", index.Sql is { } sql ? sql.Replace(" IF NOT EXISTS", "", StringComparison.OrdinalIgnoreCase) + ";" : null)]
        : [];
}
