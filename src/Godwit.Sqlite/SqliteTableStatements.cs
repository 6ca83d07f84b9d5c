using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>The statements that make a table with all that belongs to it.</summary>
internal static class SqliteTableStatements
{
    internal static IEnumerable<string> Create(Table table) =>
    [
        Create(SqliteTableSql.Text(table), table.Name, table.Options),
        .. First(table) is { } start ? NumberFrom(table, start) : [],
        .. table.Indexes.Select(index => SqliteIndexSql.Create(table.Name, Known(table, index))),
        .. table.Triggers.Select(trigger => SqliteStatement.Trimmed(trigger.Definition)),
    ];

    /// <summary>The statement that makes a table as its text says, under a name; to the letter where that is its name.</summary>
    internal static string Create(TableText text, ObjectName name, TableOptions options) => text.Name.Value == name.Name && !options.IsTemporary
        ? text.Sql
        : $"CREATE {(options.IsTemporary ? "TEMPORARY " : "")}TABLE {SqliteNames.QuoteNew(name)}{text.Sql[text.Name.Span.End..]}";

    /// <summary>The statements that let a table go on with a number, unless it is further already (SQLite, "SQLite Autoincrement").</summary>
    internal static IEnumerable<string> NumberFrom(Table table, long start)
    {
        if (!table.Columns.Any(column => column.Identity is not null))
            throw SqliteUnsupported.That($"first number for {table.Name}, whose rows are not numbered", "Give it an AutoIncrement column.");
        var name = SqliteLiteral.Text(table.Name.Name);
        return
        [
            $"INSERT INTO sqlite_sequence (name, seq) SELECT {name}, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = {name})",
            $"UPDATE sqlite_sequence SET seq = max(seq, {start - 1}) WHERE name = {name}",
        ];
    }

    private static long? First(Table table) =>
        table.Options.AutoIncrementStart ?? table.Columns.FirstOrDefault(column => column.Identity?.Start is not null)?.Identity!.Start;

    // SQLite takes a quoted name that it does not know for a text.
    private static TableIndex Known(Table table, TableIndex index)
    {
        foreach (var part in index.Parts)
        {
            if (part.Kind is IndexPartKind.Column) table.RequireColumn(part.Expression);
        }

        return index;
    }
}
