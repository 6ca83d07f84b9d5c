using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>What stands in a new SQL migration.</summary>
internal static class SqlTemplate
{
    /// <summary>The whole file.</summary>
    /// <param name="id">The migration's id.</param>
    /// <param name="created">When it is made, UTC.</param>
    /// <param name="parents">The migrations it builds on; none: the one before it.</param>
    /// <param name="driver">The database by name.</param>
    /// <param name="draft">What it is to do.</param>
    /// <exception cref="GodwitException">There is no statement for it on this database.</exception>
    internal static string File(string id, DateTime created, ImmutableArray<string> parents, string driver, MigrationDraft draft)
    {
        var (up, down) = Sections(driver, draft);
        var parent = parents.IsEmpty ? "" : $"-- parent: {string.Join(", ", parents)}\n";
        return
            $"""
            -- Migration: {id}
            -- Created: {created:yyyy-MM-dd HH:mm:ss} UTC
            {parent}
            -- UP
            {up}

            -- DOWN
            {down}

            """;
    }

    private static (string Up, string Down) Sections(string driver, MigrationDraft draft) => draft switch
    {
        MigrationDraft.CreateTable(var table, var columns) => (CreateTable(driver, table, columns), $"DROP TABLE {Quote(driver, table)};"),
        MigrationDraft.AddColumns(var table, var columns) => (
            Lines(columns, column => $"ALTER TABLE {Quote(driver, table)} ADD COLUMN {Column(driver, column with { Presence = DraftPresence.Optional })};"),
            Lines(columns.Reverse(), column => $"ALTER TABLE {Quote(driver, table)} DROP COLUMN {Quote(driver, column.Name)};")),
        // As comments, because there is no statement yet that does it.
        MigrationDraft.AlterTable(var table) => (
            $"-- ALTER TABLE {Quote(driver, table)} ADD COLUMN column_name {DraftType.InSql(driver, DraftColumn.UsualType)};",
            $"-- ALTER TABLE {Quote(driver, table)} DROP COLUMN column_name;"),
        MigrationDraft.AddIndex index => (AddIndex(driver, index), DropIndex(driver, index)),
        MigrationDraft.AddForeignKey key => (AddForeignKey(driver, key), DropForeignKey(driver, key)),
        _ => ("", ""),
    };

    private static string CreateTable(string driver, string table, IEnumerable<DraftColumn> columns)
    {
        var (id, timestamps) = Standard(driver);
        string[] lines = [id, .. columns.Select(column => Column(driver, column)), .. timestamps];
        return $"CREATE TABLE {Quote(driver, table)} (\n    {string.Join(",\n    ", lines)}\n);";
    }

    private static string Column(string driver, DraftColumn column) =>
        $"{Quote(driver, column.Name)} {DraftType.InSql(driver, column.Type)}{(column.Presence is DraftPresence.Required ? " NOT NULL" : "")}";

    private static string AddIndex(string driver, MigrationDraft.AddIndex index)
    {
        var kind = index.Kind is DraftIndexKind.Unique ? "UNIQUE INDEX" : "INDEX";
        var columns = string.Join(", ", index.Columns.Select(column => Quote(driver, column)));
        return $"CREATE {kind} {Quote(driver, index.FullName)} ON {Quote(driver, index.Table)} ({columns});";
    }

    // An index of PostgreSQL and SQLite is found by its schema, one of MySQL by its table.
    private static string DropIndex(string driver, MigrationDraft.AddIndex index)
    {
        if (IsMySql(driver)) return $"DROP INDEX {Quote(driver, index.FullName)} ON {Quote(driver, index.Table)};";
        var schema = index.Table[..(index.Table.LastIndexOf('.') + 1)];
        return $"DROP INDEX {Quote(driver, schema + index.FullName)};";
    }

    private static string AddForeignKey(string driver, MigrationDraft.AddForeignKey key) => driver is "sqlite" ? throw NoForeignKey() :
        $"""
        ALTER TABLE {Quote(driver, key.Table)} ADD CONSTRAINT {Quote(driver, key.FullName)}
            FOREIGN KEY ({Quote(driver, key.Column)}) REFERENCES {Quote(driver, key.ReferencedTable)} ({Quote(driver, key.ReferencedColumn)});
        """;

    private static string DropForeignKey(string driver, MigrationDraft.AddForeignKey key) =>
        $"ALTER TABLE {Quote(driver, key.Table)} DROP {(IsMySql(driver) ? "FOREIGN KEY" : "CONSTRAINT")} {Quote(driver, key.FullName)};";

    private static GodwitException NoForeignKey() => new(
        ErrorCode.NotSupported,
        "SQLite has no statement that gives a foreign key to a table that is there.",
        "Write the migration in C#, which rebuilds the table: --format csharp; or add the column with its key in one: "
        + "ALTER TABLE posts ADD COLUMN user_id INTEGER REFERENCES users (id).");

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));

    private static bool IsMySql(string driver) => driver is "mysql" or "mariadb";

    private static (string Id, string[] Timestamps) Standard(string driver) => driver switch
    {
        "sqlite" => ("id INTEGER PRIMARY KEY AUTOINCREMENT", Timestamps("TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP")),
        "mysql" or "mariadb" => (
            "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY",
            Timestamps("TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP", " ON UPDATE CURRENT_TIMESTAMP")),
        _ => ("id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", Timestamps("TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP")),
    };

    private static string[] Timestamps(string type, string whenUpdated = "") => [$"created_at {type}", $"updated_at {type}{whenUpdated}"];

    // A dot separates a schema from its table.
    private static string Quote(string driver, string name)
    {
        var quote = IsMySql(driver) ? "`" : "\"";
        var parts = name.Split('.').Select(part => quote + part.Replace(quote, quote + quote, StringComparison.Ordinal) + quote);
        return string.Join('.', parts);
    }
}
