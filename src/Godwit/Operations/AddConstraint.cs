using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Adds a key or another constraint to a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Constraint">The constraint.</param>
public sealed record AddConstraint(ObjectName Table, Constraint Constraint) : Operation
{
    /// <summary>How the change is made (MySQL, MariaDB).</summary>
    public OnlineChange Online { get; init; } = OnlineChange.Unstated;

    /// <summary>Whether a unique constraint's index is built without blocking writers first, outside a transaction (PostgreSQL).</summary>
    public bool Concurrently { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"add {ConstraintKinds.Noun(Constraint)} {Constraint.Name ?? ""} to {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.Edit(Table, table => table.Add(Constraint));

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Constraint is CheckConstraint { Name: null } or ExclusionConstraint { Name: null }
            ? new Reversal.None("It has no name by which it could be dropped: give it one, or write Down.")
            : Reversal.Of(DropConstraint.Of(Table, Constraint) with { Location = Location });
}
