using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Gives a column another name.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name after.</param>
public sealed record RenameColumn(ObjectName Table, string From, string To) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"rename column {From} of {Table} to {To}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.RenameColumn(Table, From, To);

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new RenameColumn(Table, To, From) { Location = Location });
}
