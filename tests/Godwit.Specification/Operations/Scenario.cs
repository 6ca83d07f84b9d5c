using System.Globalization;
using Godwit.Operations;

namespace Godwit.Specification.Operations;

/// <summary>A change of a schema, and what has to be there for it.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Before">Makes what has to be there.</param>
/// <param name="Change">The change.</param>
public sealed record Scenario(string Name, Action<SchemaBuilder> Before, Action<SchemaBuilder> Change)
{
    /// <summary>The databases that can do it, by name, and some from a version on: <c>postgresql 17</c>; empty is all.</summary>
    public IReadOnlyCollection<string> On { get; init; } = [];

    /// <summary>What undoes it, where that cannot be derived; null where it is.</summary>
    public Action<SchemaBuilder>? Undo { get; init; }

    /// <summary>The schemas that are read beside the current one.</summary>
    public IReadOnlyCollection<string> Schemas { get; init; } = [];

    /// <summary>Whether every row is still there when it is undone; else their loss is the scenario's subject.</summary>
    public bool KeepsRows { get; init; } = true;

    /// <summary>Whether a database can do it.</summary>
    /// <param name="product">The database by name.</param>
    /// <param name="server">The database with its version: <c>PostgreSQL 15.4</c>.</param>
    public bool IsDoneBy(string product, string server) => On.Count == 0 || On.Any(entry => entry.Split(' ') switch
    {
        [var name] => name == product,
        [var name, var version] => name == product && int.Parse(server.Split(' ', '.')[1], CultureInfo.InvariantCulture) >= int.Parse(version, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{entry} is no database."),
    });

    /// <summary>The operations that it describes for a database.</summary>
    public IEnumerable<Operation> Operations(string product)
    {
        var builder = new SchemaBuilder(product, "002_change.cs", null);
        Change(builder);
        return builder.Operations;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
