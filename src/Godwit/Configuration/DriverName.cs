namespace Godwit.Configuration;

/// <summary>The databases by name, and the other names that people and other tools give them.</summary>
internal static class DriverName
{
    internal const string Sqlite = "sqlite";
    internal const string PostgreSql = "postgresql";
    internal const string MySql = "mysql";
    internal const string MariaDb = "mariadb";

    /// <summary>The names that Godwit itself uses.</summary>
    internal static readonly string[] All = [Sqlite, PostgreSql, MySql, MariaDb];

    /// <summary>Godwit's own name for what a setting calls a database, or null when it is none that is known.</summary>
    internal static string? Find(string name) => name.ToLowerInvariant() switch
    {
        Sqlite or "sqlite3" => Sqlite,
        PostgreSql or "postgres" or "pgsql" or "pg" => PostgreSql,
        MySql => MySql,
        MariaDb => MariaDb,
        _ => null,
    };

    /// <summary>What to do about a name that is none: the nearest one that is, or all of them.</summary>
    internal static string Remedy(string name) => Suggestion.Nearest(name, [.. All, "postgres"]) is { } nearest
        ? $"Did you mean {nearest}?"
        : $"The databases that Godwit knows are {string.Join(", ", All)}.";
}
