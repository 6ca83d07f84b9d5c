using Godwit.Schema;

namespace Godwit.Dialects;

/// <summary>Where rows are written to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns that the rows state, in the order of their values. Those left out get their defaults.</param>
public sealed record RowTarget(ObjectName Table, ValueList<Column> Columns)
{
    /// <summary>The columns by which a row is known to be there already, and then changed instead of added; empty where all are added.</summary>
    public ValueList<string> Key { get; init; } = [];

    /// <summary>The names of the columns.</summary>
    public ValueList<string> Names { get; } = Columns.Select(column => column.Name).ToValueList();
}
