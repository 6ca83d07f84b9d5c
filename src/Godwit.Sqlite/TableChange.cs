using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Neighbouring changes of one table, gathered so that one rebuild can make them all.</summary>
internal sealed class TableChange
{
    private readonly HashSet<string> lost = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DefaultValue> first = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> conversions = new(StringComparer.OrdinalIgnoreCase);

    internal TableChange(DatabaseSchema before, ObjectName table)
    {
        Before = After = before;
        Table = before.Require(table);
    }

    /// <summary>The schema before the changes.</summary>
    internal DatabaseSchema Before { get; }

    /// <summary>The schema after the changes so far.</summary>
    internal DatabaseSchema After { get; private set; }

    /// <summary>The table before the changes.</summary>
    internal Table Table { get; }

    /// <summary>The table after the changes so far.</summary>
    internal Table Changed => After.Require(Table.Name);

    /// <summary>Whether one of the changes is more than ALTER TABLE can do.</summary>
    internal bool NeedsRebuild { get; private set; }

    /// <summary>The table that an operation changes and nothing but that; null for other operations.</summary>
    internal static ObjectName? TableOf(Operation operation) => operation switch
    {
        AddColumn add => add.Table,
        DropColumn drop => drop.Table,
        AlterColumn alter => alter.Table,
        AddConstraint add => add.Table,
        DropConstraint drop => drop.Table,
        CreateIndex create => create.Table,
        DropIndex drop => drop.Table,
        RenameIndex rename => rename.Table,
        _ => null,
    };

    /// <summary>Whether ALTER TABLE can add a column, as far as can be told without knowing the table (SQLite, "ALTER TABLE", 5).</summary>
    internal static bool CanBeAdded(AddColumn operation) =>
        operation.Position is null
        && operation.Column.Identity is null
        && operation.Column.Generated?.Storage is not GeneratedStorage.Stored
        && (operation.Column.Default is null || SqliteExpression.IsConstant(operation.Column.Default));

    /// <summary>Takes one more change.</summary>
    /// <exception cref="GodwitException">It cannot be made to the table as it then is, or not on SQLite.</exception>
    internal void Add(Operation operation)
    {
        var present = Changed;
        After = operation.ApplyTo(After);
        SqliteOperationSql.Refuse(operation);
        if (operation is AlterColumn { Using: { } conversion } alter)
        {
            conversions[alter.Change.Column] = conversion;
            NeedsRebuild = true;
        }

        if (Changed == present) return;
        NeedsRebuild |= TakesRebuild(operation, present, Changed);
        if (operation is DropColumn drop)
        {
            lost.Add(drop.Column);
            first.Remove(drop.Column);
        }

        if (operation is AddColumn { Column: { Generated: null, Default: { } value } } add) first.TryAdd(add.Column.Name, value);
    }

    /// <summary>The columns that are gone after the changes so far.</summary>
    internal IEnumerable<string> Lost => lost.Where(name => Changed.Column(name) is null);

    /// <summary>The expression that yields the value of a column after the changes from a row before them; null when there is none.</summary>
    internal string? Source(Column column) =>
        column.Generated is not null ? null
        : lost.Contains(column.Name) || Table.Column(column.Name) is null ? FirstValue(column)
        : conversions.TryGetValue(column.Name, out var conversion) ? conversion
        : SqliteNames.Quote(column.Name);

    // A column that is added gives the rows the default that it has then, whatever becomes of that afterwards.
    private string? FirstValue(Column column) =>
        first.TryGetValue(column.Name, out var value) && value != column.Default ? SqliteExpression.Default(value) : null;

    private static bool TakesRebuild(Operation operation, Table present, Table changed) => operation switch
    {
        AddColumn add => !CanBeAdded(add) && !(add.Position is not null && CanBeAdded(add with { Position = null }) && changed.Columns[^1] == add.Column),
        DropColumn drop => !IsFree(present, changed, drop.Column),
        AlterColumn alter => !SameText(present.RequireColumn(alter.Change.Column), changed.RequireColumn(alter.Change.Column), changed),
        AddConstraint or DropConstraint => true,
        RenameIndex => !present.Uniques.Equals(changed.Uniques),
        _ => false,
    };

    // A column whose comment alone has changed is written as before.
    private static bool SameText(Column present, Column changed, Table table) =>
        present.Identity == changed.Identity && SqliteColumnSql.Define(table, present, null) == SqliteColumnSql.Define(table, changed, null);

    // ALTER TABLE drops a column that no key and no other constraint speaks of; a check in the column itself goes with it.
    private static bool IsFree(Table present, Table changed, string column)
    {
        if (present.PrimaryKey != changed.PrimaryKey || !present.Uniques.Equals(changed.Uniques) || !present.ForeignKeys.Equals(changed.ForeignKeys)) return false;
        if (present.Checks.Equals(changed.Checks)) return true;
        var own = SqliteTableReader.Constraints(SqliteTableSql.Text(present)).Where(placed => placed.Column?.Name.Means(column) is true).Select(placed => placed.Constraint);
        return present.Checks.All(check => changed.Checks.Contains(check) || own.Contains(check));
    }
}
