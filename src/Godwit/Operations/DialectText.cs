namespace Godwit.Operations;

/// <summary>SQL that may be another on each database.</summary>
public sealed record DialectText
{
    /// <summary>For every database that has none of its own.</summary>
    public string? Any { get; init; }

    /// <summary>For SQLite.</summary>
    public string? Sqlite { get; init; }

    /// <summary>For PostgreSQL.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>For MySQL, and for MariaDB when that has none of its own.</summary>
    public string? MySql { get; init; }

    /// <summary>For MariaDB.</summary>
    public string? MariaDb { get; init; }

    /// <summary>The same text for every database.</summary>
    public static implicit operator DialectText(string text) => new() { Any = text };

    /// <summary>The text for a database; null when there is none, so that nothing is done there.</summary>
    /// <param name="product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</param>
    public string? For(string product) => product switch
    {
        "sqlite" => Sqlite ?? Any,
        "postgresql" => PostgreSql ?? Any,
        "mysql" => MySql ?? Any,
        "mariadb" => MariaDb ?? MySql ?? Any,
        _ => Any,
    };
}
