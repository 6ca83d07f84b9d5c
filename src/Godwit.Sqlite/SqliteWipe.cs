using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>Finds what a database holds and writes the statements that drop it.</summary>
internal static class SqliteWipe
{
    internal static async Task<IReadOnlyList<SqlStatement>> PlanAsync(
        SqliteSession session, IReadOnlyCollection<string> keep, CancellationToken cancellation)
    {
        var drops = new List<SqlStatement>();
        await session.QueryAsync(Query, reader =>
        {
            var name = reader.GetString(1);
            if (!keep.Contains(name, StringComparer.OrdinalIgnoreCase))
                drops.Add(new SqlStatement($"DROP {reader.GetString(0)} IF EXISTS {SqliteDialect.Instance.Quote(name)}"));
        }, cancellation);
        if (drops.Count == 0) return [];
        var foreignKeys = await session.ScalarAsync("PRAGMA foreign_keys", cancellation);
        // With foreign keys on, DROP TABLE deletes the rows first and stumbles over those that refer to them; the pragma is a
        // no-op inside a transaction (SQLite, "SQLite Foreign Key Support", 5 and 6).
        return
        [
            new("PRAGMA foreign_keys = OFF"), new("BEGIN IMMEDIATE"), .. drops, new("COMMIT"), new($"PRAGMA foreign_keys = {foreignKeys}"),
        ];
    }

    // A virtual table takes its shadow tables with it, so it goes before the plain ones.
    private const string Query =
        """
        SELECT upper(type), name FROM sqlite_master
        WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
        ORDER BY type <> 'view', sql NOT LIKE 'CREATE VIRTUAL%', rowid DESC
        """;
}
