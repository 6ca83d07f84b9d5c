namespace Godwit.MySql;

/// <summary>The rights that migrations need (MySQL manual, "Privileges Provided by MySQL").</summary>
internal static class MySqlRights
{
    private static readonly string[] Needed =
        ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES"];

    // The database in a grant is a pattern, in which \_ and % mean what they mean to LIKE (manual, GRANT).
    private const string Query =
        """
        SELECT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = {0}
        UNION SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE = {0} AND DATABASE() LIKE TABLE_SCHEMA
        """;

    private const string Grantee = "CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')";

    internal static async Task<IReadOnlyList<string>> MissingAsync(MySqlSession session, CancellationToken cancellation)
    {
        // what a role brings is not listed under the user's own name
        if (await session.ScalarAsync("SELECT NULLIF(CURRENT_ROLE(), 'NONE')", cancellation) is not null) return [];
        var granted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await session.QueryAsync(Query.Replace("{0}", Grantee, StringComparison.Ordinal), row => granted.Add(row.GetString(0)), cancellation);
        return [.. Needed.Where(right => !granted.Contains(right)).Select(right => $"{right} on the database")];
    }
}
