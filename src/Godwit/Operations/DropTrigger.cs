using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a trigger.</summary>
/// <param name="Table">Its table or view.</param>
/// <param name="Name">Its name.</param>
public sealed record DropTrigger(ObjectName Table, string Name) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The trigger as it was; null while that is not known.</summary>
    public Trigger? Old { get; init; }

    /// <summary>The texts of the databases that have it; null is all of them.</summary>
    public DialectText? Only { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop trigger {Name} of {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        Only is not null && Only.For(schema.Product) is null ? schema : schema with
        {
            Tables = schema.Tables.Select(table => table.Name == Table ? table with { Triggers = table.Triggers.Without(trigger => trigger.Name == Name) } : table),
            Views = schema.Views.Select(view => view.Name == Table ? view with { Triggers = view.Triggers.Without(trigger => trigger.Name == Name) } : view),
        };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) =>
        Old is not null ? this : this with
        {
            Old = (before.Find(Table)?.Triggers ?? before.Views.FirstOrDefault(view => view.Name == Table)?.Triggers)?.FirstOrDefault(trigger => trigger.Name == Name),
        };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateTrigger(Table, Name, Old.Definition) { Location = Location })
        : IfExists || Only is not null ? Reversal.Of()
        : new Reversal.None("Its definition is not known: write Down, and create it there.");
}
