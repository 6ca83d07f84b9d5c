using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>What the server knows of how much tables hold, in one query.</summary>
internal static class MySqlStatistics
{
    internal static async Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadAsync(DatabaseSession session, DatabaseSchema schema, CancellationToken cancellation)
    {
        var found = new Dictionary<ObjectName, TableStatistics>();
        await session.QueryAsync(Query(schema.Schemas), reader =>
        {
            var row = new CatalogRow(reader);
            var table = new ObjectName(row.Text(0), row.Name(1));
            found[table] = new TableStatistics(table) { Rows = row.Number(2), DataBytes = row.Number(3), IndexBytes = row.Number(4) };
        }, cancellation);
        return found;
    }

    private static string Query(ValueList<string> otherSchemas) =>
        $"""
        SELECT NULLIF(TABLE_SCHEMA, DATABASE()), TABLE_NAME, TABLE_ROWS, DATA_LENGTH, INDEX_LENGTH
        FROM information_schema.TABLES
        WHERE TABLE_SCHEMA IN ({string.Join(", ", otherSchemas.Select(MySqlDialect.Instance.Literal).Prepend("DATABASE()"))}) AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
        """;
}
