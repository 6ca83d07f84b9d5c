namespace Godwit.Specification.Operations;

/// <summary>A change of a schema, and what has to be there for it.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Before">Makes what has to be there.</param>
/// <param name="Change">The change.</param>
public sealed record Scenario(string Name, Action<SchemaBuilder> Before, Action<SchemaBuilder> Change)
{
    /// <summary>The databases that can do it, by name; empty is all.</summary>
    public IReadOnlyCollection<string> On { get; init; } = [];

    /// <summary>Whether every row is still there when it is undone; else their loss is the scenario's subject.</summary>
    public bool KeepsRows { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
