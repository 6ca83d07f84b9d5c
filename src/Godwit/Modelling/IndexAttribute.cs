namespace Godwit;

/// <summary>Rows can be found and sorted by a property, or on a class by several: <c>[Index(nameof(AuthorId), nameof(Title))]</c>.</summary>
/// <param name="properties">On a class, the properties in order; on a property none, as it is meant itself.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class IndexAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties, in order.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>The index's name; null is <c>table_columns_index</c>, or <c>table_columns_unique</c> where it is unique.</summary>
    public string? Name { get; init; }

    /// <summary>Whether no two of its rows may share the values. Without a <see cref="Where"/>, <see cref="UniqueAttribute"/> says the same as a constraint.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The rows it holds, as SQL; null is all (PostgreSQL, SQLite).</summary>
    public string? Where { get; init; }

    /// <summary>The index method: <c>gin</c>, <c>hash</c> …; null is the database's usual one.</summary>
    public string? Method { get; init; }
}
