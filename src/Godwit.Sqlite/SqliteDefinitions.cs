using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>The statements that the catalog keeps, as they are and in its order.</summary>
internal sealed class SqliteDefinitions(DatabaseSession session)
{
    /// <summary>The schema with the statements of its virtual tables; all others are there already.</summary>
    internal async Task<DatabaseSchema> ReadAsync(DatabaseSchema schema, CancellationToken cancellation)
    {
        var natives = new List<NativeObject>();
        await session.QueryAsync(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%' ORDER BY rowid",
            row => natives.Add(new NativeObject($"virtual table {row.GetString(0)}", new ObjectName(null, row.GetString(0)), row.GetString(1))), cancellation);
        var said = natives.Select(native => native.Description).ToHashSet(StringComparer.Ordinal);
        return schema with
        {
            Natives = schema.Natives.Concat(natives).ToValueList(),
            Unread = schema.Unread.Without(unread => said.Contains(unread) || SqliteSchemaReader.IsStatistics(unread)),
        };
    }

    /// <summary>Statements in the order of the catalog; one that is not in it stays behind the one before it.</summary>
    internal async Task<IReadOnlyList<string>> ArrangeAsync(IReadOnlyList<string> statements, CancellationToken cancellation)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        await session.QueryAsync("SELECT sql FROM main.sqlite_master WHERE sql IS NOT NULL ORDER BY rowid", row => places.TryAdd(row.GetString(0), places.Count), cancellation);
        var last = -1;
        return [.. statements.Select(statement => (statement, Place: places.TryGetValue(statement, out var place) ? last = place : last)).OrderBy(placed => placed.Place).Select(placed => placed.statement)];
    }
}
