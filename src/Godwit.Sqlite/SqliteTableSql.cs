using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Says whole tables.</summary>
internal static class SqliteTableSql
{
    /// <summary>The statement that makes a table, in Godwit's words; what the table's own words say on top is not in it.</summary>
    internal static string Create(Table table)
    {
        Refuse(table);
        var inline = InlineKey(table);
        var items = table.Columns.Select(column => SqliteColumnSql.Define(table, column, inline is not null && inline.Columns[0] == column.Name ? inline : null))
            .Concat(table.Constraints.Where(constraint => !ReferenceEquals(constraint, inline)).Select(SqliteConstraintSql.Define));
        return $"CREATE {(table.Options.IsTemporary ? "TEMPORARY " : "")}TABLE {SqliteNames.QuoteNew(table.Name)} (\n    {string.Join(",\n    ", items)}\n){Options(table.Options)}";
    }

    /// <summary>The statement that makes a table, in its own words where they are known, with what has changed since.</summary>
    internal static TableText Text(Table table)
    {
        var create = Create(table);
        if (table.Definition is null) return TableText.Parse(create);
        return new TableReconciliation(TableText.Parse(table.Definition), table).Result();
    }

    /// <summary>What follows the closing parenthesis.</summary>
    internal static string Options(TableOptions options) => (options.IsStrict, options.IsWithoutRowId) switch
    {
        (true, true) => " STRICT, WITHOUT ROWID",
        (true, false) => " STRICT",
        (false, true) => " WITHOUT ROWID",
        _ => "",
    };

    /// <summary>The primary key when it can be said in its column: AUTOINCREMENT can stand nowhere else in Godwit's words.</summary>
    internal static PrimaryKey? InlineKey(Table table) => table.PrimaryKey is { Columns.Count: 1 } key ? key : null;

    private static void Refuse(Table table)
    {
        if (table.Columns.Count == 0)
            throw new GodwitException(ErrorCode.InvalidDefinition, $"The table {table.Name} has no columns.", "Give it at least one.");
        RefuseOptions(table.Options);
        foreach (var column in table.Columns)
        {
            if (column.Identity is not null && InlineKey(table)?.Columns[0] != column.Name)
            {
                throw SqliteUnsupported.That($"numbers for {column.Name} of {table.Name}, which is not the primary key by itself",
                    "Make the column the primary key, or let a trigger set it.");
            }

            if (column.Identity is not null && !SqliteTypes.Spell(column.Type, table.Options).Equals("integer", StringComparison.OrdinalIgnoreCase))
                throw SqliteUnsupported.That($"numbers for {column.Name} of {table.Name}, which is not an integer", "Give the column an integer type.");
        }
    }

    /// <summary>Throws for options that SQLite does not have.</summary>
    /// <exception cref="GodwitException">There is one among them.</exception>
    internal static void RefuseOptions(TableOptions options)
    {
        if (options.Engine is not null) throw SqliteUnsupported.That("storage engines", "Leave Engine out.");
        if (options.Charset is not null) throw SqliteUnsupported.That("character set for a table", "Leave Charset out: texts are Unicode.");
        if (options.Collation is not null) throw SqliteUnsupported.That("collation for a table", "Give each column its collation.");
        if (options.IsUnlogged) throw SqliteUnsupported.That("unlogged tables", "Leave it out.");
        if (options.PartitionBy is not null || options.PartitionOf is not null) throw SqliteUnsupported.That("partitions", "Keep the rows in one table.");
        if (options.Parameters.Count > 0) throw SqliteUnsupported.That("storage parameters", "Leave them out.");
    }
}
