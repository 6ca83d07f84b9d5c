using Godwit.Operations;

namespace Godwit.Facts;

/// <summary>
/// What the migrations so far tell of the tables: built up fact by fact. A table that was never seen being made is not known, and
/// nothing is concluded about it.
/// </summary>
internal sealed class KnownTables
{
    private readonly Dictionary<SqlName, KnownTable> tables = [];

    /// <summary>A table that was seen being made; null where none was.</summary>
    internal KnownTable? Find(SqlName table) => tables.GetValueOrDefault(table);

    /// <summary>A column as far as it was seen; null where it was not.</summary>
    internal ColumnShape? Column(SqlName table, SqlName column) => Find(table)?.Columns.GetValueOrDefault(column);

    /// <summary>Takes note of what was done.</summary>
    internal void Apply(Fact fact)
    {
        switch (fact)
        {
            case TableCreated created: tables[created.Name] = KnownTable.Of(created); break;
            case TablesDropped dropped:
                foreach (var name in dropped.Names) tables.Remove(name);
                break;
            case TableRenamed renamed when tables.Remove(renamed.From, out var table): tables[renamed.To] = table; break;
            case IndexesDropped { Of: null }:
                foreach (var table in tables.Values) table.Apply(fact);
                break;
            case { Table: { } name } when tables.TryGetValue(name, out var table): table.Apply(fact); break;
        }
    }
}

/// <summary>A table whose making was seen.</summary>
internal sealed class KnownTable
{
    internal Dictionary<SqlName, ColumnShape> Columns { get; } = [];

    internal List<ConstraintShape> Constraints { get; } = [];

    internal List<IndexCreated> Indexes { get; } = [];

    internal static KnownTable Of(TableCreated created)
    {
        var table = new KnownTable();
        foreach (var column in created.Columns) table.Columns[column.Name] = column;
        table.Constraints.AddRange(created.Constraints);
        foreach (var key in created.Constraints.Where(constraint => constraint.Kind is ConstraintKind.PrimaryKey).SelectMany(constraint => constraint.Columns))
        {
            if (table.Columns.TryGetValue(key, out var column)) table.Columns[key] = column with { IsNotNull = true };
        }

        return table;
    }

    internal void Apply(Fact fact)
    {
        switch (fact)
        {
            case ColumnAdded added: Columns[added.Column.Name] = added.Column; break;
            case ColumnDropped dropped: Columns.Remove(dropped.Column); break;
            case ColumnRenamed renamed when Columns.Remove(renamed.From, out var column): Columns[renamed.To] = column with { Name = renamed.To }; break;
            case ColumnRetyped retyped: Change(retyped.Column, column => column with { Type = retyped.NewType }); break;
            case ColumnRedefined redefined:
                Columns.Remove(redefined.Old);
                Columns[redefined.Column.Name] = redefined.Column;
                break;
            case NullForbidden forbidden: Change(forbidden.Column, column => column with { IsNotNull = true }); break;
            case NullAllowed allowed: Change(allowed.Column, column => column with { IsNotNull = false }); break;
            case DefaultChanged changed: Change(changed.Column, column => column with { Default = changed.Default }); break;
            case ConstraintAdded added: Constraints.Add(added.Constraint); break;
            case ConstraintDropped dropped: Constraints.RemoveAll(constraint => dropped.Name is { } name ? constraint.Name == name : constraint.Kind == dropped.Kind); break;
            case IndexCreated created: Indexes.Add(created); break;
            case IndexesDropped dropped: Indexes.RemoveAll(index => index.Name is { } name && dropped.Names.Contains(name)); break;
        }
    }

    private void Change(SqlName name, Func<ColumnShape, ColumnShape> change)
    {
        if (Columns.TryGetValue(name, out var column)) Columns[name] = change(column);
    }
}
