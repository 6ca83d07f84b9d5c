namespace Godwit;

/// <summary>No two rows share the value of a property, or on a class those of several: <c>[Unique(nameof(Country), nameof(Code))]</c>.</summary>
/// <param name="properties">On a class, the properties in order; on a property none, as it is meant itself.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class UniqueAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties, in order.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>The constraint's name; null is <c>table_columns_unique</c>.</summary>
    public string? Name { get; init; }
}
