using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Godwit.Facts;
using Godwit.Planning;
using Godwit.Writing;

namespace Godwit.Safety.Rules;

/// <summary>An enum, or a json column, is made.</summary>
internal sealed class UnchangeableType : Rule
{
    internal override string Id => "BC10";

    internal override Severity Severity => Severity.Info;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "an enum, or a json column, is made";

    internal override string Reason => "A value can never be taken out of an enum. The type json has no equality: DISTINCT, GROUP BY and UNION fail on it.";

    internal override string Remedy => "A table of its own, with a foreign key, can lose values; jsonb can be compared.";

    internal override string Bad => "CREATE TABLE events (id bigint PRIMARY KEY, payload json);";

    internal override string Good => "CREATE TABLE events (id bigint PRIMARY KEY, payload jsonb);";

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        EnumCreated created => [new Breach($"The values of {created.Name} can be added to, but not taken out.", InTable(created))],
        TableCreated created => created.Columns.SelectMany(column => Json(column, fact)),
        ColumnAdded added => Json(added.Column, fact),
        _ => [],
    };

    private static IEnumerable<Breach> Json(ColumnShape column, Fact fact)
    {
        if (TypeText.NameOf(column.Type) != "json") yield break;
        var sql = fact.Sql;
        // in one go for all of its columns
        foreach (var other in fact is TableCreated created ? created.Columns.Where(other => TypeText.NameOf(other.Type) == "json") : [column]) sql = Proposals.Retyped(sql, other, "jsonb") ?? sql;
        yield return new Breach($"{column.Name} is json, which cannot be compared.", sql is null ? null : sql + ";", $"table.Jsonb({CSharpLiteral.Text(column.Name.Bare)});");
    }

    private string InTable(EnumCreated created)
    {
        var values = string.Join(", ", Regex.Matches(created.Sql ?? "", "'([^']|'')*'").Select(value => $"({value.Value})"));
        return values.Length == 0
            ? Proposals.Allowed(Id, $"{created.Name} never loses a value", created.Sql)
            : $"CREATE TABLE {created.Name} (value text PRIMARY KEY);\nINSERT INTO {created.Name} (value) VALUES {values};\n-- and a foreign key on it in the place of the type";
    }
}
