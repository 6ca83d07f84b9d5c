using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Deletes rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Predicate">Which rows, as SQL; null is all.</param>
public sealed record DeleteRows(ObjectName Table, string? Predicate) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"delete from {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() => new Reversal.None("The rows are not kept: write Down, with schema.Insert, or leave it empty.");
}
