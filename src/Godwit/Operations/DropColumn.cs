using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a column of a table with its values, and the keys, constraints and indexes that need it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column's name.</param>
public sealed record DropColumn(ObjectName Table, string Column) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The table as it was, to which the column and all that needs it can be given back; null while that is not known.</summary>
    public Table? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop column {Column} of {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        IfExists && schema.Require(Table).Column(Column) is null ? schema : schema.Edit(Table, table => table.DropColumn(Column));

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null || (IfExists && before.Require(Table).Column(Column) is null) ? this : this with { Old = before.Require(Table) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old?.Column(Column) is { } column ? new Reversal.By(GivenBack(Old, column))
        : IfExists ? Reversal.Of()
        : new Reversal.None($"Its definition is not known: write Down, and add {Column} to {Table} there.");

    private ValueList<Operation> GivenBack(Table old, Column column)
    {
        var less = old.DropColumn(Column);
        var place = old.Columns.IndexOf(other => other == column);
        ColumnPosition? position = place == old.Columns.Count - 1 ? null
            : place == 0 ? new ColumnPosition.First() : new ColumnPosition.After(old.Columns[place - 1].Name);
        return
        [
            new AddColumn(Table, column) { Position = position, Location = Location },
            .. old.Constraints.Where(constraint => !less.Constraints.Contains(constraint))
                .Select(constraint => new AddConstraint(Table, constraint) { Location = Location }),
            .. old.Indexes.Where(index => !less.Indexes.Contains(index)).Select(index => new CreateIndex(Table, index) { Location = Location }),
        ];
    }
}
