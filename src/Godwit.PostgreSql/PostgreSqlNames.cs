namespace Godwit.PostgreSql;

/// <summary>How PostgreSQL reads names.</summary>
internal static class PostgreSqlNames
{
    /// <summary>A name as written in SQL turned into the one the catalog holds: unquoted ones are folded to lower case.</summary>
    internal static string Fold(string written) => written.StartsWith('"')
        ? written[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : written.ToLowerInvariant();
}
