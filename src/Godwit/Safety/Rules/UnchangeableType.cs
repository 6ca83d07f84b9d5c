using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

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
        EnumCreated created => [new Breach($"The values of {created.Name} can be added to, but not taken out.")],
        TableCreated created => created.Columns.SelectMany(Json),
        ColumnAdded added => Json(added.Column),
        _ => [],
    };

    private static IEnumerable<Breach> Json(ColumnShape column) =>
        TypeText.NameOf(column.Type) == "json" ? [new Breach($"{column.Name} is json, which cannot be compared.")] : [];
}
