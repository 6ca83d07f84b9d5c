using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>The parts of a new table, put together.</summary>
internal sealed class TableParts(TableCall call, IReadOnlyList<ColumnBuilder> columns, IReadOnlyList<IConstraintDraft> constraints, IReadOnlyList<IndexBuilder> indexes)
{
    /// <summary>The table with all parts that can be made together with it.</summary>
    /// <exception cref="GodwitException">A part speaks of a column that is not there, or contradicts another one.</exception>
    internal Table ToTable(Table empty)
    {
        var table = columns.Aggregate(empty, WithColumn);
        var keys = PrimaryKeys();
        if (keys.Count > 1)
        {
            var names = string.Join(" and ", keys.Select(key => string.Join(", ", ((PrimaryKey)key.Build()).Columns)));
            throw call.Error($"The table {call.Table} has {keys.Count} primary keys: {names}.", "Keep one; for a key of several columns write table.Primary(\"a\", \"b\").");
        }

        RequireDistinct(constraints.Select(constraint => constraint.Build().Name).OfType<string>().Concat(indexes.Select(index => index.Build().Name)));
        table = keys.Concat(constraints.Where(constraint => constraint is not PrimaryKeyBuilder)).Where(constraint => !constraint.StandsAlone)
            .Aggregate(table, (table, constraint) => WithConstraint(table, constraint.Build()));

        // A partition has the columns of its parent, which are not known here.
        if (table.Options.PartitionOf is null)
        {
            foreach (var index in indexes) RequireColumns(table, index.Build());
        }

        return table with { Indexes = indexes.Where(index => !index.StandsAlone).Select(index => index.Build()).ToValueList() };
    }

    /// <summary>What has to be made by statements of its own.</summary>
    internal IEnumerable<Operation> Afterwards() =>
        constraints.Where(constraint => constraint.StandsAlone).Cast<IDraft>()
            .Concat(indexes.Where(index => index.StandsAlone))
            .SelectMany(draft => draft.Freeze());

    // A column that numbers its rows is the primary key only where the table names no other.
    private List<IConstraintDraft> PrimaryKeys()
    {
        var stated = columns.Where(column => column.IsPrimary).Select(Key).Concat(constraints.OfType<PrimaryKeyBuilder>()).ToList();
        return stated.Count > 0 ? stated : [.. columns.Where(column => column.IsPrimaryUnlessAnother).Select(Key)];

        IConstraintDraft Key(ColumnBuilder column) => new PrimaryKeyBuilder(call, [column.Name]);
    }

    private Table WithColumn(Table table, ColumnBuilder column)
    {
        if (column.Position is ColumnPosition.After after) RequireColumn(table, after.Column, $"stands before {column.Name}");
        return table.AddColumn(column.Build(), column.Position);
    }

    private Table WithConstraint(Table table, Constraint constraint)
    {
        foreach (var name in ConstraintKinds.Columns(constraint)) RequireColumn(table, name, $"is part of a {ConstraintKinds.Noun(constraint)}");
        if (constraint is UniqueConstraint unique)
        {
            foreach (var name in unique.Include) RequireColumn(table, name, "is included in a unique constraint");
        }

        if (constraint is PrimaryKey key && key.Columns.FirstOrDefault(name => table.Column(name) is { IsNullable: true }) is { } nullable)
            throw call.Error($"The column {nullable} of {call.Table} is part of the primary key and may be NULL.", "Leave .Nullable() out.");
        if (constraint is ForeignKey { OnDelete: ReferentialAction.SetNull } or ForeignKey { OnUpdate: ReferentialAction.SetNull }
            && ConstraintKinds.Columns(constraint).FirstOrDefault(name => table.Column(name) is { IsNullable: false }) is { } required)
        {
            throw call.Error($"The column {required} of {call.Table} is set to NULL by its foreign key and may not be NULL.", "Say .Nullable() of the column, before .Constrained().");
        }

        return table.Add(constraint);
    }

    private void RequireColumns(Table table, TableIndex index)
    {
        foreach (var part in index.Parts)
        {
            if (part.Kind is IndexPartKind.Column) RequireColumn(table, part.Expression, $"is part of the index {index.Name}");
        }

        foreach (var name in index.Include) RequireColumn(table, name, $"is included in the index {index.Name}");
    }

    private void RequireColumn(Table table, string name, string problem)
    {
        if (table.Column(name) is not null) return;
        var near = Suggestion.Nearest(name, columns.Select(column => column.Name));
        throw call.Error($"The column {name} {problem}, and the table {call.Table} has none of that name.", near is null ? "Describe the column first." : $"Did you mean {near}?");
    }

    private void RequireDistinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name)) throw call.Error($"The table {call.Table} has two constraints or indexes of the name {name}.", "Leave one of them out, or name it with .Name(\"…\").");
        }
    }
}
