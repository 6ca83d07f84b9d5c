using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Finds what a schema holds and writes the statements that drop it. What extensions own is left to them.</summary>
internal static class PostgreSqlWipe
{
    // Each drop locks a table, its indexes and its TOAST table; a transaction has room for max_locks_per_transaction (64) times
    // max_connections (100) locks (PostgreSQL manual, 20.12).
    private const int DropsInOneTransaction = 100;

    internal static async Task<IReadOnlyList<SqlStatement>> PlanAsync(
        PostgreSqlSession session, IReadOnlyCollection<string> keep, CancellationToken cancellation)
    {
        var drops = new List<SqlStatement>();
        await session.QueryAsync(Query(keep), reader => drops.Add(new SqlStatement(reader.GetString(0))), cancellation);
        var statements = new List<SqlStatement>();
        foreach (var chunk in drops.Chunk(DropsInOneTransaction)) statements.AddRange([new("BEGIN"), .. chunk, new("COMMIT")]);
        return statements;
    }

    private static string Query(IReadOnlyCollection<string> keep)
    {
        var kept = keep.Count == 0 ? "NULL" : string.Join(", ", keep.Select(PostgreSqlDialect.Instance.Literal));
        return $"""
            WITH mine AS (SELECT oid FROM pg_namespace WHERE nspname = current_schema()),
            extension AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
            drops AS (
                SELECT CASE c.relkind WHEN 'v' THEN 1 WHEN 'm' THEN 2 WHEN 'f' THEN 3 WHEN 'S' THEN 5 ELSE 4 END AS floor,
                       format('DROP %s IF EXISTS %I CASCADE',
                              CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
                                             WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relname) AS sql, c.oid
                FROM pg_class c
                WHERE c.relnamespace IN (SELECT oid FROM mine) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT c.relispartition
                  AND (c.relname IN ({kept})) IS NOT TRUE
                  AND NOT EXISTS (SELECT 1 FROM extension e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid)
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass
                                  AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
                UNION ALL
                SELECT 6, format('DROP %s IF EXISTS %I(%s) CASCADE',
                                 CASE p.prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
                                 p.proname, pg_get_function_identity_arguments(p.oid)), p.oid
                FROM pg_proc p
                WHERE p.pronamespace IN (SELECT oid FROM mine)
                  AND NOT EXISTS (SELECT 1 FROM extension e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
                  -- the constructors of a range type go with the type
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
                UNION ALL
                SELECT 7, format('DROP %s IF EXISTS %I CASCADE', CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.typname), t.oid
                FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
                WHERE t.typnamespace IN (SELECT oid FROM mine) AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
                  AND NOT EXISTS (SELECT 1 FROM extension e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)
                UNION ALL
                SELECT 8, format('DROP COLLATION IF EXISTS %I CASCADE', l.collname), l.oid
                FROM pg_collation l WHERE l.collnamespace IN (SELECT oid FROM mine)
            )
            SELECT sql FROM drops ORDER BY floor, oid
            """;
    }
}
