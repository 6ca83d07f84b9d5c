using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Gives an index another name.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name after.</param>
public sealed record RenameIndex(ObjectName Table, string From, string To) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"rename index {From} of {Table} to {To}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        schema.Edit(Table, table => table with
        {
            Indexes = table.Indexes.Select(index => index.Name == From ? index with { Name = To } : index),
            Uniques = table.Uniques.Select(unique => unique.Name == From ? unique with { Name = To } : unique),
        });

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new RenameIndex(Table, To, From) { Location = Location });
}
