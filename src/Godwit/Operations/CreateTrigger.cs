using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes a trigger.</summary>
/// <param name="Table">Its table or view.</param>
/// <param name="Name">Its name.</param>
/// <param name="Definition">The whole statement that makes it.</param>
public sealed record CreateTrigger(ObjectName Table, string Name, DialectText Definition) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"create trigger {Name} on {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        Definition.For(schema.Product) is not { } definition ? schema
        : schema.Views.FirstOrDefault(view => view.Name == Table) is { } view
            ? schema with { Views = schema.Views.Select(other => other == view ? other with { Triggers = other.Triggers.Add(new Trigger(Name, definition)) } : other) }
            : schema.Edit(Table, table => table with { Triggers = table.Triggers.Add(new Trigger(Name, definition)) });

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new DropTrigger(Table, Name) { Only = Definition, Location = Location });
}
