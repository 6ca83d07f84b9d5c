namespace Godwit;

/// <summary>Every row fulfils a predicate: <c>[Check("price &gt; 0")]</c>.</summary>
/// <param name="predicate">The predicate as SQL, with the names of columns.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class CheckAttribute(string predicate) : Attribute
{
    /// <summary>The predicate as SQL.</summary>
    public string Predicate { get; } = predicate;

    /// <summary>
    /// The check's name; null is <c>table_column_check</c> on a property, and on a class leaves it to the database.
    /// </summary>
    public string? Name { get; init; }
}
