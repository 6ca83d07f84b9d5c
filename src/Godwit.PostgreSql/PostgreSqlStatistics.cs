using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>What the server knows of how much tables hold, in one query.</summary>
internal static class PostgreSqlStatistics
{
    internal static async Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadAsync(DatabaseSession session, DatabaseSchema schema, CancellationToken cancellation)
    {
        var found = new Dictionary<ObjectName, TableStatistics>();
        await session.QueryAsync(Query(new CatalogQueries(schema.Schemas, 0)), row =>
        {
            var table = row.Name(0);
            found[table] = new TableStatistics(table)
            {
                Rows = row.IsDBNull(2) ? null : row.GetInt64(2),
                DataBytes = row.GetInt64(3),
                IndexBytes = row.GetInt64(4),
            };
        }, cancellation);
        return found;
    }

    // The number of rows is -1 as long as nobody has counted (manual, 53.11 pg_class). A partitioned table holds what its partitions hold.
    private static string Query(CatalogQueries queries) =>
        $"""
        SELECT {CatalogQueries.Qualifier("n")}, c.relname::text, s.rows, s.data, s.indexes
        FROM pg_class c {queries.Scope("c.relnamespace")}
        CROSS JOIN LATERAL (
            SELECT CASE WHEN bool_and(p.reltuples >= 0) THEN sum(p.reltuples)::bigint END AS rows,
                   coalesce(sum(pg_table_size(p.oid)), 0)::bigint AS data, coalesce(sum(pg_indexes_size(p.oid)), 0)::bigint AS indexes
            FROM (SELECT c.oid WHERE c.relkind <> 'p' UNION ALL SELECT t.relid FROM pg_partition_tree(c.oid) t WHERE c.relkind = 'p' AND t.isleaf) leaf
            JOIN pg_class p ON p.oid = leaf.oid
        ) s
        WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
        """;
}
