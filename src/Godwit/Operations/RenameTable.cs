using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Gives a table another name.</summary>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name after.</param>
public sealed record RenameTable(ObjectName From, ObjectName To) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"rename table {From} to {To}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.RenameTable(From, To);

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new RenameTable(To, From) { Location = Location });
}
