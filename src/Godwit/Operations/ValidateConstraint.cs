using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Checks the rows that were there before a constraint which was added as not valid.</summary>
/// <param name="Table">The table.</param>
/// <param name="Name">The constraint's name.</param>
public sealed record ValidateConstraint(ObjectName Table, string Name) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"validate constraint {Name} of {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        schema.Edit(Table, table => table with
        {
            ForeignKeys = table.ForeignKeys.Select(key => key.Name == Name ? key with { NotValid = false } : key),
            Checks = table.Checks.Select(check => check.Name == Name ? check with { NotValid = false } : check),
        });

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of();
}
