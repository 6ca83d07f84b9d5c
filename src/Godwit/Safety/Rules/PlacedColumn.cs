using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column is put first or after another one.</summary>
internal sealed class PlacedColumn : Rule
{
    internal override string Id => "MY05";

    internal override Severity Severity => Severity.Info;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "a column is put first or after another one";

    internal override string Reason => "Older servers, and tables with virtual columns, rewrite the whole table for it.";

    internal override string Remedy => "Put it at the end: the order of columns is of no use to a program.";

    internal override string Bad => "ALTER TABLE posts ADD COLUMN views bigint AFTER title;";

    internal override string Good => "ALTER TABLE posts ADD COLUMN views bigint;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnAdded { Column.Position: { } position } added ? [new Breach($"{added.Column.Name} of {added.To} stands {position}.", AtTheEnd(fact))] : [];

    private string AtTheEnd(Fact fact) =>
        (fact.Sql is { } sql ? Proposals.Replaced(sql, @"\s+(AFTER\s+(`[^`]+`|\w+)|FIRST)(?=\s*(,|$))", "") : null) is { } without ? without + ";" : Proposals.Allowed(Id, "the order is for people who look at it", fact.Sql);
}
