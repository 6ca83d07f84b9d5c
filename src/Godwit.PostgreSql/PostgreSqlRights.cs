namespace Godwit.PostgreSql;

/// <summary>The rights that migrations need (PostgreSQL manual, 5.8 Privileges).</summary>
internal static class PostgreSqlRights
{
    // Tables of other owners matter only to migrations that alter them: that is seen when one does.
    private const string Query =
        """
        SELECT CASE WHEN current_schema() IS NULL THEN 'USAGE on a schema of search_path (' || current_setting('search_path') || ')'
                    WHEN NOT has_schema_privilege(current_schema(), 'CREATE') THEN 'CREATE on schema ' || quote_ident(current_schema())
               END
        """;

    internal static async Task<IReadOnlyList<string>> MissingAsync(PostgreSqlSession session, CancellationToken cancellation) =>
        await session.ScalarAsync(Query, cancellation) is { } missing ? [missing] : [];
}
