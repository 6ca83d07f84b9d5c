using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a view.</summary>
/// <param name="Name">Its name.</param>
public sealed record DropView(ObjectName Name) : Operation
{
    /// <summary>Whether its rows are stored (PostgreSQL).</summary>
    public bool IsMaterialized { get; init; }

    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The view as it was; null while that is not known.</summary>
    public View? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop view {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Views = schema.Views.Without(view => view.Name == Name) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Views.FirstOrDefault(view => view.Name == Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(CreateView.Of(Old) with { Location = Location })
        : IfExists ? Reversal.Of()
        : new Reversal.None("Its query is not known: write Down, and create it there.");
}
