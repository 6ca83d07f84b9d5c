using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Changes some attributes of a column; those that are not mentioned stay as they are.</summary>
/// <param name="Table">The table.</param>
/// <param name="Change">The attributes that change.</param>
public sealed record AlterColumn(ObjectName Table, ColumnChange Change) : Operation
{
    /// <summary>The column as it was; null while that is not known.</summary>
    public Column? Old { get; init; }

    /// <summary>The expression that makes the new value out of the old one (PostgreSQL: USING).</summary>
    public string? Using { get; init; }

    /// <summary>Where it stands from now on; null is where it stood. Kept by MySQL and MariaDB only.</summary>
    public ColumnPosition? Position { get; init; }

    /// <summary>How the change is made (MySQL, MariaDB).</summary>
    public OnlineChange Online { get; init; } = OnlineChange.Unstated;

    /// <summary>The column as it is afterwards; null while the old one is not known.</summary>
    public Column? New => Old is null ? null : Change.ApplyTo(Old);

    /// <inheritdoc/>
    public override string Summary => $"change column {Change.Column} of {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.Edit(Table, table => table.ReplaceColumn(Change.Column, Change.ApplyTo));

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Require(Table).RequireColumn(Change.Column) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is null
            ? new Reversal.None($"What {Change.Column} of {Table} was before is not known: write Down.")
            : Reversal.Of(new AlterColumn(Table, Change.Back(Old)) { Old = New, Location = Location });
}
