using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Adds a column to a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
public sealed record AddColumn(ObjectName Table, Column Column) : Operation
{
    /// <summary>Where it stands; null is at the end. Kept by MySQL and MariaDB only.</summary>
    public ColumnPosition? Position { get; init; }

    /// <summary>Whether it may be there already, and then stays as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <summary>How the change is made (MySQL, MariaDB).</summary>
    public OnlineChange Online { get; init; } = OnlineChange.Unstated;

    /// <inheritdoc/>
    public override string Summary => $"add column {Column.Name} to {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    // PostgreSQL has columns in the order in which they came.
    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        IfNotExists && schema.Require(Table).Column(Column.Name) is not null ? schema : schema.Edit(Table, table => table.AddColumn(Column, schema.Product is "postgresql" ? null : Position));

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        IfNotExists
            ? new Reversal.None("It may have been there before: write Down, and drop it there if it is to go.")
            : Reversal.Of(new DropColumn(Table, Column.Name) { Location = Location });
}
