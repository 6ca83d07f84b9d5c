using System.Globalization;
using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// How much tables hold. SQLite keeps no such numbers but those of ANALYZE: small tables are counted, and the pages of small files are
/// added up.
/// </summary>
internal sealed class SqliteStatistics(DatabaseSession session)
{
    // Counting that many entries, and reading that many bytes, takes a fraction of a second.
    private const int CountedRows = 100_000;
    private const long MeasuredBytes = 1L << 30;

    // SQLite takes no more parts of a compound SELECT than that (SQLite, "Implementation Limits").
    private const int PartsOfQuery = 400;

    private readonly Dictionary<string, long> analysed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> bytes = new(StringComparer.OrdinalIgnoreCase);

    internal static async Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadAsync(DatabaseSession session, DatabaseSchema schema, CancellationToken cancellation) =>
        await new SqliteStatistics(session).ReadAsync([.. schema.Tables.Where(table => !table.Options.IsTemporary)], schema, cancellation);

    private async Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadAsync(Table[] tables, DatabaseSchema schema, CancellationToken cancellation)
    {
        if (schema.Unread.Any(SqliteSchemaReader.IsStatistics)) await ReadAnalysedAsync(cancellation);
        foreach (var part in tables.Chunk(PartsOfQuery)) await CountAsync(part, cancellation);
        var owners = await MeasureAsync(cancellation) ? await OwnersAsync(cancellation) : null;
        return tables.ToDictionary(table => table.Name, table => new TableStatistics(table.Name)
        {
            Rows = Rows(table.Name.Name),
            DataBytes = owners is null ? null : bytes.GetValueOrDefault(table.Name.Name),
            IndexBytes = owners?[table.Name.Name].Sum(index => bytes.GetValueOrDefault(index)),
        });
    }

    private long? Rows(string table) =>
        rows.TryGetValue(table, out var counted) && counted <= CountedRows ? counted : analysed.TryGetValue(table, out var estimate) ? estimate : null;

    // The first number of the last column is that of the rows (SQLite, "The sqlite_stat1 table").
    private Task ReadAnalysedAsync(CancellationToken cancellation) => session.QueryAsync(
        "SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl", row => analysed[row.GetString(0)] = row.GetInt64(1), cancellation);

    private Task CountAsync(Table[] tables, CancellationToken cancellation) => session.QueryAsync(
        string.Join("\nUNION ALL ", tables.Select(table => string.Create(CultureInfo.InvariantCulture,
            $"SELECT {SqliteLiteral.Text(table.Name.Name)}, count(*) FROM (SELECT 1 FROM {SqliteNames.QuoteNew(table.Name)} LIMIT {CountedRows + 1})"))),
        row => rows[row.GetString(0)] = row.GetInt64(1), cancellation);

    // The table dbstat is not in every build of the library (SQLite, "The DBSTAT Virtual Table").
    private async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        var size = await session.ScalarAsync("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", cancellation);
        if (long.Parse(size!, CultureInfo.InvariantCulture) > MeasuredBytes) return false;
        if (await session.ScalarAsync("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'", cancellation) is null) return false;
        await session.QueryAsync("SELECT name, sum(pgsize) FROM dbstat GROUP BY name", row => bytes[row.GetString(0)] = row.GetInt64(1), cancellation);
        return true;
    }

    private async Task<ILookup<string, string>> OwnersAsync(CancellationToken cancellation)
    {
        var indexes = new List<(string Table, string Index)>();
        await session.QueryAsync("SELECT tbl_name, name FROM main.sqlite_master WHERE type = 'index'", row => indexes.Add((row.GetString(0), row.GetString(1))), cancellation);
        return indexes.ToLookup(index => index.Table, index => index.Index, StringComparer.OrdinalIgnoreCase);
    }
}
