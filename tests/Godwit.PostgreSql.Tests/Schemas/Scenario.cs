using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>A change of a schema, for its SQL and for its way there and back on a server.</summary>
/// <param name="Name">What it shows; the name of its golden file.</param>
/// <param name="Given">What makes the schema before it.</param>
/// <param name="Change">The operations it is about.</param>
public sealed record Scenario(string Name, Operation[] Given, Operation[] Change)
{
    /// <summary>The oldest server that can do it.</summary>
    public int From { get; init; } = 15;

    /// <summary>Why the way back does not lead to the schema before; null where it does.</summary>
    public string? ReversesTo { get; init; }

    /// <summary>Whether PostgreSQL cannot do what the way back would be.</summary>
    public bool CannotReverse { get; init; }

    /// <summary>The schema before the change, as computed.</summary>
    internal DatabaseSchema Before => Applied(new DatabaseSchema("postgresql"), Given);

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static DatabaseSchema Applied(DatabaseSchema schema, IEnumerable<Operation> operations)
    {
        foreach (var operation in operations) schema = operation.ApplyTo(schema);
        return schema;
    }

    /// <summary>The operations with their old sides, as the engine completes them.</summary>
    internal static Operation[] Completed(DatabaseSchema schema, IEnumerable<Operation> operations)
    {
        var completed = new List<Operation>();
        foreach (var operation in operations)
        {
            completed.Add(operation.Complete(schema));
            schema = operation.ApplyTo(schema);
        }

        return [.. completed];
    }

    /// <summary>What undoes completed operations; null when one of them cannot be undone.</summary>
    internal static Operation[]? Reversed(IEnumerable<Operation> completed)
    {
        var reversed = new List<Operation>();
        foreach (var operation in completed.Reverse())
        {
            if (operation.Reverse() is not Reversal.By by) return null;
            reversed.AddRange(by.Operations);
        }

        return [.. reversed];
    }
}
