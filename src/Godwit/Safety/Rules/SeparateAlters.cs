using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>Several ALTER TABLE on one table.</summary>
internal sealed class SeparateAlters : Rule
{
    internal override string Id => "PG27";

    internal override Severity Severity => Severity.Info;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "several ALTER TABLE on one table";

    internal override string Reason => "Each may go through the table once more.";

    internal override string Remedy => "One ALTER TABLE with commas goes through it once.";

    internal override string Bad => """
        ALTER TABLE posts ADD COLUMN views integer;
        ALTER TABLE posts ADD COLUMN likes integer;
        """;

    internal override string Good => "ALTER TABLE posts ADD COLUMN views integer, ADD COLUMN likes integer;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TableAltered altered && IsColumns(ground.After) && ground.Before.OfType<TableAltered>().LastOrDefault() is { } last
        && last.Altered == altered.Altered && last.Part == altered.Part && IsColumns(ground.Before.SkipWhile(earlier => earlier != last).Skip(1))
            ? [new Breach($"{altered.Altered} is altered again.", InOne(last, altered))]
            : [];

    private string InOne(TableAltered first, TableAltered second)
    {
        var further = second.Sql is { } sql ? Proposals.Replaced(sql, @"^\s*ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?(""([^""]|"""")*""|[^\s""])+\s+", "") : null;
        return first.Sql is { } one && further is not null ? $"{one}, {further};" : Proposals.Allowed(Id, $"{second.Altered} is small", null);
    }

    private static bool IsColumns(IEnumerable<Fact> facts) => facts.FirstOrDefault() is ColumnAdded or ColumnDropped or ColumnRetyped or DefaultChanged;
}
