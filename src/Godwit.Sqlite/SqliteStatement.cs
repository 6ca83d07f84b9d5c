namespace Godwit.Sqlite;

/// <summary>Statements as somebody wrote them.</summary>
internal static class SqliteStatement
{
    /// <summary>A statement without blanks around it and the separator at its end.</summary>
    internal static string Trimmed(string sql) => sql.Trim().TrimEnd(';').TrimEnd();
}
