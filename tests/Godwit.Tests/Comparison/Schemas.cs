using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Tests.Comparison;

/// <summary>Small schemas to compare.</summary>
internal static class Schemas
{
    internal static readonly ColumnType Integer = new ColumnType.Native("integer");
    internal static readonly ColumnType Big = new ColumnType.Native("bigint");
    internal static readonly ColumnType Text = new ColumnType.Native("text");

    internal static DatabaseSchema Of(params Table[] tables) => new("postgresql") { Tables = tables.ToValueList() };

    internal static Table Table(string name, params Column[] columns) =>
        new(name) { Columns = [new Column("id", Big), .. columns], PrimaryKey = new PrimaryKey($"{name}_pkey", ["id"]) };

    internal static Table Referring(this Table table, string other) => table with
    {
        Columns = table.Columns.Add(new Column($"{other}_id", Big)),
        ForeignKeys = table.ForeignKeys.Add(new ForeignKey($"{table.Name}_{other}_id_foreign", [$"{other}_id"], other, ["id"])),
    };

    /// <summary>What leads from one to the other, a line each.</summary>
    internal static string Steps(DatabaseSchema from, DatabaseSchema to, RenameDecisions? decisions = null) =>
        string.Join('\n', SchemaComparer.Compare(from, to, decisions).Operations.Select(operation => operation.Summary));

    internal static Operation Only(DatabaseSchema from, DatabaseSchema to) => Xunit.Assert.Single(SchemaComparer.Compare(from, to).Operations);
}
