using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a key or another constraint of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What kind of constraint it is.</param>
/// <param name="Name">Its name; null when it is known by its columns.</param>
/// <param name="Columns">Its columns, where it has no name or none that is known.</param>
public sealed record DropConstraint(ObjectName Table, ConstraintKind Kind, string? Name, ValueList<string> Columns) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The constraint as it was; null while that is not known.</summary>
    public Constraint? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop {ConstraintKinds.Noun(Kind)} {Name ?? string.Join(", ", Columns)} of {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        Find(schema.Require(Table)) is { } found ? schema.Edit(Table, table => table.Remove(found)) : IfExists ? schema : throw Missing(schema);

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) =>
        Old is not null ? this : Find(before.Require(Table)) is { } found ? this with { Old = found } : IfExists ? this : throw Missing(before);

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new AddConstraint(Table, Old) { Location = Location })
        : IfExists ? Reversal.Of()
        : new Reversal.None("Its definition is not known: write Down, and add it there.");

    /// <summary>What drops a constraint that is known.</summary>
    public static DropConstraint Of(ObjectName table, Constraint constraint) =>
        new(table, ConstraintKinds.Of(constraint), constraint.Name, ConstraintKinds.Columns(constraint)) { Old = constraint };

    // A primary key needs neither name nor columns: there is one only. What has neither, as a check without a name, is found when it is
    // known itself.
    private Constraint? Find(Table table)
    {
        var candidates = table.Constraints.Where(constraint => ConstraintKinds.Of(constraint) == Kind).ToArray();
        if (Kind is ConstraintKind.PrimaryKey) return candidates.FirstOrDefault();
        return candidates.FirstOrDefault(constraint => constraint == Old)
            ?? candidates.FirstOrDefault(constraint => Name is not null && constraint.Name == Name)
            ?? candidates.FirstOrDefault(constraint => Columns.Count > 0 && ConstraintKinds.Columns(constraint).Equals(Columns));
    }

    private GodwitException Missing(DatabaseSchema schema) => new(
        ErrorCode.UnknownObject, $"The table {Table} has no {ConstraintKinds.Noun(Kind)} {Name ?? $"on {string.Join(", ", Columns)}"}.",
        schema.Require(Table).Constraints.Where(constraint => ConstraintKinds.Of(constraint) == Kind && constraint.Name is not null).Select(constraint => constraint.Name!).ToArray() is { Length: > 0 } names
            ? $"It has {string.Join(", ", names)}."
            : "It has none of that kind.",
        Location);
}
