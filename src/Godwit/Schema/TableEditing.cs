namespace Godwit.Schema;

/// <summary>What becomes of a table when a part of it is changed: the parts that speak of one another change together.</summary>
internal static class TableEditing
{
    /// <summary>The column of a name.</summary>
    /// <exception cref="GodwitException">There is none.</exception>
    internal static Column RequireColumn(this Table table, string name) => table.Column(name) ?? throw new GodwitException(
        ErrorCode.UnknownObject, $"The table {table.Name} has no column {name}.",
        Suggestion.Nearest(name, table.Columns.Select(column => column.Name)) is { } near ? $"Did you mean {near}?" : "Add it first.");

    internal static Table WithForeignKeys(this Table table, Func<ForeignKey, ForeignKey> change) =>
        table.ForeignKeys.Count == 0 ? table : table with { ForeignKeys = table.ForeignKeys.Select(change) };

    internal static Table WithParent(this Table table, Func<ObjectName, ObjectName> change) =>
        table.Options.PartitionOf is not { } part ? table : table with { Options = table.Options with { PartitionOf = part with { Parent = change(part.Parent) } } };

    internal static Table AddColumn(this Table table, Column column, ColumnPosition? position)
    {
        if (table.Column(column.Name) is not null)
            throw new GodwitException(ErrorCode.ObjectExists, $"The table {table.Name} has a column {column.Name} already.", "Choose another name, or change that column.");
        var place = position switch
        {
            ColumnPosition.First => 0,
            ColumnPosition.After after => table.Columns.IndexOf(other => other == table.RequireColumn(after.Column)) + 1,
            _ => table.Columns.Count,
        };
        return table with { Columns = table.Columns.Insert(place, column) };
    }

    internal static Table ReplaceColumn(this Table table, string name, Func<Column, Column> change)
    {
        var column = table.RequireColumn(name);
        return table with { Columns = table.Columns.Select(other => ReferenceEquals(other, column) ? change(column) : other) };
    }

    /// <summary>The table without a column, and without the keys, constraints and indexes that need it.</summary>
    internal static Table DropColumn(this Table table, string name)
    {
        table.RequireColumn(name);
        return table with
        {
            Columns = table.Columns.Without(column => column.Name == name),
            PrimaryKey = table.PrimaryKey is { } key && key.Columns.Contains(name) ? null : table.PrimaryKey,
            Uniques = table.Uniques.Without(unique => unique.Columns.Contains(name) || unique.Include.Contains(name)),
            ForeignKeys = table.ForeignKeys.Without(key => key.Columns.Contains(name)),
            Checks = table.Checks.Without(check => ExpressionText.Mentions(check.Predicate, name)),
            Exclusions = table.Exclusions.Without(exclusion => exclusion.Elements.Any(element => ExpressionText.Mentions(element.Expression, name))),
            Indexes = table.Indexes.Without(index => index.Mentions(name)),
        };
    }

    internal static Table RenameColumn(this Table table, string from, string to)
    {
        table.RequireColumn(from);
        if (table.Column(to) is not null)
            throw new GodwitException(ErrorCode.ObjectExists, $"The table {table.Name} has a column {to} already.", "Choose another name.");
        string Name(string column) => column == from ? to : column;
        ValueList<string> Names(ValueList<string> columns) => columns.Select(Name);
        string Sql(string expression) => ExpressionText.Rename(expression, from, to);
        return table with
        {
            Columns = table.Columns.Select(column => column with
            {
                Name = Name(column.Name),
                Generated = column.Generated is { } generated ? generated with { Sql = Sql(generated.Sql) } : null,
            }),
            PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Names(key.Columns) } : null,
            Uniques = table.Uniques.Select(unique => unique with { Columns = Names(unique.Columns), Include = Names(unique.Include) }),
            ForeignKeys = table.ForeignKeys.Select(foreign => foreign with { Columns = Names(foreign.Columns) }),
            Checks = table.Checks.Select(check => check with { Predicate = Sql(check.Predicate) }),
            Exclusions = table.Exclusions.Select(exclusion => exclusion with
            {
                Elements = exclusion.Elements.Select(element => element with { Expression = Sql(element.Expression) }),
                Predicate = exclusion.Predicate is null ? null : Sql(exclusion.Predicate),
            }),
            Indexes = table.Indexes.Select(index => index with
            {
                Parts = index.Parts.Select(part => part with { Expression = part.Kind is IndexPartKind.Column ? Name(part.Expression) : Sql(part.Expression) }),
                Include = Names(index.Include),
                Predicate = index.Predicate is null ? null : Sql(index.Predicate),
            }),
        };
    }

    /// <summary>The table with one more constraint.</summary>
    /// <exception cref="GodwitException">Its columns are not there, or it has one like it already.</exception>
    internal static Table Add(this Table table, Constraint constraint) => constraint.Accept(new ConstraintAdding(table));

    /// <summary>The table without a constraint.</summary>
    internal static Table Remove(this Table table, Constraint constraint) => table with
    {
        PrimaryKey = table.PrimaryKey == constraint ? null : table.PrimaryKey,
        Uniques = table.Uniques.Without(other => other == constraint),
        ForeignKeys = table.ForeignKeys.Without(other => other == constraint),
        Checks = table.Checks.Without(other => other == constraint),
        Exclusions = table.Exclusions.Without(other => other == constraint),
    };

    internal static bool Mentions(this TableIndex index, string column) =>
        index.Parts.Any(part => part.Kind is IndexPartKind.Column ? part.Expression == column : ExpressionText.Mentions(part.Expression, column))
        || index.Include.Contains(column)
        || (index.Predicate is not null && ExpressionText.Mentions(index.Predicate, column));

    private sealed class ConstraintAdding(Table table) : IConstraintVisitor<Table>
    {
        public Table Visit(PrimaryKey constraint)
        {
            if (table.PrimaryKey is not null)
            {
                throw new GodwitException(ErrorCode.ObjectExists, $"The table {table.Name} has a primary key already, on {string.Join(", ", table.PrimaryKey.Columns)}.",
                    "Drop that one first.");
            }

            Require(constraint.Columns);
            return table with
            {
                PrimaryKey = constraint,
                Columns = table.Columns.Select(column => constraint.Columns.Contains(column.Name) ? column with { IsNullable = false } : column),
            };
        }

        public Table Visit(UniqueConstraint constraint)
        {
            Require(constraint.Columns);
            return Named(constraint) with { Uniques = table.Uniques.Add(constraint) };
        }

        public Table Visit(ForeignKey constraint)
        {
            Require(constraint.Columns);
            return Named(constraint) with { ForeignKeys = table.ForeignKeys.Add(constraint) };
        }

        public Table Visit(CheckConstraint constraint) => Named(constraint) with { Checks = table.Checks.Add(constraint) };

        public Table Visit(ExclusionConstraint constraint) => Named(constraint) with { Exclusions = table.Exclusions.Add(constraint) };

        private Table Named(Constraint constraint)
        {
            if (constraint.Name is not null && table.Constraints.Any(other => other.Name == constraint.Name))
                throw new GodwitException(ErrorCode.ObjectExists, $"The table {table.Name} has a constraint {constraint.Name} already.", "Choose another name, or drop that one first.");
            return table;
        }

        private void Require(ValueList<string> columns)
        {
            foreach (var column in columns) table.RequireColumn(column);
        }
    }
}
