using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Finds what a database holds and writes the statements that drop it. Triggers go with their tables.</summary>
internal static class MySqlWipe
{
    internal static async Task<IReadOnlyList<SqlStatement>> PlanAsync(
        MySqlSession session, IReadOnlyCollection<string> keep, CancellationToken cancellation)
    {
        var drops = new List<SqlStatement>();
        await session.QueryAsync(Query, reader =>
        {
            var name = reader.GetString(1);
            if (!keep.Contains(name, StringComparer.Ordinal))
                drops.Add(new SqlStatement($"DROP {reader.GetString(0)} IF EXISTS {MySqlDialect.Instance.Quote(name)}"));
        }, cancellation);
        return drops.Count == 0 ? [] : [new("SET FOREIGN_KEY_CHECKS = 0"), .. drops, new("SET FOREIGN_KEY_CHECKS = 1")];
    }

    private const string Query =
        """
        SELECT kind, name FROM (
            SELECT CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, TABLE_NAME AS name,
                   CASE TABLE_TYPE WHEN 'VIEW' THEN 1 WHEN 'SEQUENCE' THEN 3 ELSE 2 END AS floor
            FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
            UNION ALL
            SELECT ROUTINE_TYPE, ROUTINE_NAME, 4 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
            UNION ALL
            SELECT 'EVENT', EVENT_NAME, 5 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
        ) AS everything ORDER BY floor, name
        """;
}
