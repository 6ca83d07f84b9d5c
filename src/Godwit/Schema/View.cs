namespace Godwit.Schema;

/// <summary>A query with a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query.</param>
public sealed record View(ObjectName Name, string Query)
{
    /// <summary>Whether its rows are stored (PostgreSQL: MATERIALIZED).</summary>
    public bool IsMaterialized { get; init; }

    /// <summary>The names of its columns; empty where the query's own are meant.</summary>
    public ValueList<string> Columns { get; init; } = [];

    /// <summary>The indexes of a materialised one.</summary>
    public ValueList<TableIndex> Indexes { get; init; } = [];

    /// <summary>Its INSTEAD OF triggers.</summary>
    public ValueList<Trigger> Triggers { get; init; } = [];

    /// <summary>What a person should know about it.</summary>
    public string? Comment { get; init; }

    /// <summary>The whole statement that makes it, where the catalog keeps it (SQLite); null otherwise.</summary>
    public string? Definition { get; init; }
}
