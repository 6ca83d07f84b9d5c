using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Changes rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Values">What they are set to.</param>
/// <param name="Predicate">Which rows, as SQL; null is all.</param>
public sealed record UpdateRows(ObjectName Table, ValueList<ColumnValue> Values, string? Predicate) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"update {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() => new Reversal.None("What the rows held before is not kept: write Down, with schema.Update, or leave it empty.");
}
