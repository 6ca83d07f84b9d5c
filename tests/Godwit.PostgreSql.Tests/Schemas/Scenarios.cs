using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>All scenarios by name.</summary>
public static class Scenarios
{
    internal static readonly ColumnType Bigint = new ColumnType.Integer(IntegerSize.Big);
    internal static readonly ColumnType Integer = new ColumnType.Integer();
    internal static readonly ColumnType Varchar = new ColumnType.String();
    internal static readonly ColumnType Text = new ColumnType.Text();

    private static readonly Dictionary<string, Scenario> ByName =
        TableScenarios.All.Concat(ColumnScenarios.All).Concat(ConstraintScenarios.All).Concat(IndexScenarios.All).Concat(OtherScenarios.All)
            .ToDictionary(scenario => scenario.Name);

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static Scenario Of(string name) => ByName[name];

    internal static Column Id => new("id", Bigint) { Identity = new Identity() };

    /// <summary>Authors with a key, a name and an e-mail address.</summary>
    internal static CreateTable Authors => new(new Table("authors")
    {
        Columns = [Id, new Column("name", Varchar), new Column("email", Varchar) { IsNullable = true }, new Column("age", Integer) { Default = new DefaultValue.Literal(18) }],
        PrimaryKey = new PrimaryKey(null, ["id"]),
    });

    /// <summary>Books of theirs, without a foreign key.</summary>
    internal static CreateTable Books => new(new Table("books")
    {
        Columns = [Id, new Column("author_id", Bigint), new Column("title", Varchar), new Column("body", Text) { IsNullable = true }, new Column("state", Varchar) { Default = new DefaultValue.Literal("draft") }],
        PrimaryKey = new PrimaryKey(null, ["id"]),
    });
}
