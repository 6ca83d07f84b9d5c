using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Puts rows into a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns that are stated.</param>
/// <param name="Rows">For each row, its values in the order of the columns.</param>
public sealed record InsertRows(ObjectName Table, ValueList<string> Columns, ValueList<ValueList<object?>> Rows) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"insert {Rows.Count} into {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        new Reversal.None("Which rows are to go again only you can say: write Down, with schema.Delete.");
}
