using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <content>What becomes of the column, and where it stands.</content>
public sealed partial class ColumnBuilder
{
    private ColumnIntent intent;
    private ColumnPosition? position;
    private OnlineChange online = OnlineChange.Unstated;
    private string? cast;
    private string? newName;
    private bool ifNotExists;

    /// <summary>
    /// Changes a column that is there instead of adding one, inside <c>schema.Table</c>. What is not mentioned stays: default,
    /// comment, whether it may be NULL … <c>table.Change("email")</c> does not even mention the type.
    /// </summary>
    public ColumnBuilder Change() => intent is ColumnIntent.Create
        ? throw call.Error($"The column {Name} of {call.Table} is to be changed, and the table is only just being made.", "Use schema.Table for a table that is there, or leave .Change() out.")
        : Set(() => intent = ColumnIntent.Change);

    /// <summary>Gives it another name as well, after all other changes: <c>RENAME COLUMN</c>. For a column that is changed.</summary>
    /// <param name="name">The new name.</param>
    public ColumnBuilder RenameTo(string name) => Set(() => newName = call.Require(name, $"The new name of the column {Name} of {call.Table}"));

    /// <summary>Stands just after another column: <c>AFTER email</c> (MySQL, MariaDB). In a new table on every database; else it has no effect on SQLite and PostgreSQL.</summary>
    /// <param name="column">The other column.</param>
    public ColumnBuilder After(string column) => Set(() => position = new ColumnPosition.After(call.Require(column, $"The column before {Name} in {call.Table}")));

    /// <summary>Stands before all other columns: <c>FIRST</c> (MySQL, MariaDB). In a new table on every database; else it has no effect on SQLite and PostgreSQL.</summary>
    public ColumnBuilder First() => Set(() => position = new ColumnPosition.First());

    /// <summary>Makes the new value out of the old one when the type changes: <c>USING total::integer</c> (PostgreSQL; others refuse the migration).</summary>
    /// <param name="expression">The expression.</param>
    public ColumnBuilder Using(string expression) => Set(() => cast = call.Require(expression, $"The USING of the column {Name} of {call.Table}"));

    /// <summary>Leaves a column of that name alone if there is one: <c>ADD COLUMN IF NOT EXISTS</c> (PostgreSQL, MariaDB). The migration then needs a Down of its own.</summary>
    public ColumnBuilder IfNotExists() => Set(() => ifNotExists = true);

    /// <summary>Only if it is a change of the data dictionary: <c>ALGORITHM = INSTANT</c> (MySQL, MariaDB). The server refuses when it cannot.</summary>
    public ColumnBuilder Instant() => AlterBy(AlterAlgorithm.Instant);

    /// <summary>The algorithm of the change: <c>ALGORITHM = INPLACE</c> (MySQL, MariaDB). The server refuses when it cannot keep to it.</summary>
    /// <param name="algorithm">The algorithm.</param>
    public ColumnBuilder AlterBy(AlterAlgorithm algorithm) => Set(() => online = online with { Algorithm = algorithm });

    /// <summary>What others may do meanwhile: <c>LOCK = NONE</c> (MySQL, MariaDB). The server refuses when it cannot keep to it.</summary>
    /// <param name="level">What others may do.</param>
    public ColumnBuilder Lock(AlterLock level) => Set(() => online = online with { Lock = level });

    internal ColumnPosition? Position => position;

    internal IReadOnlyList<IConstraintDraft> Constraints => constraints;

    internal IReadOnlyList<IndexBuilder> Indexes => indexes;

    /// <summary>Whether the author said that it is the primary key.</summary>
    internal bool IsPrimary => primary is KeyWish.Stated;

    /// <summary>Whether it is the primary key where the table names no other.</summary>
    internal bool IsPrimaryUnlessAnother => primary is KeyWish.Implied;

    /// <summary>Does not become the primary key by numbering its rows: the table names another.</summary>
    internal void LeaveKeyToOthers() => primary = primary is KeyWish.Implied ? KeyWish.None : primary;

    /// <summary>The column as it is now, new.</summary>
    /// <exception cref="GodwitException">Something was said of it that only makes sense for a column that is there.</exception>
    internal Column Build()
    {
        RequireNot(newName is not null, "is new and is to be renamed", "Give it the name it is to have, or say .Change() for a column that is there.");
        RequireNot(cast is not null, "is new and has a USING", "Leave it out, or say .Change() for a column that is there.");
        RequireNot(intent is ColumnIntent.Create && ifNotExists, "belongs to a new table and may be there already", "Say .IfNotExists() of the table.");
        RequireNot(intent is ColumnIntent.Create && online != OnlineChange.Unstated, "belongs to a new table and says how that is altered", "Leave it out.");
        RequireNot(primary is KeyWish.Stated && change.IsNullable is true, "is the primary key and may be NULL", "Leave .Nullable() out.");
        var column = change.ApplyTo(new Column(Name, change.Type!));
        ColumnRules.CheckNew(call, column);
        return column;
    }

    IEnumerable<Operation> IDraft.Freeze() => intent is ColumnIntent.Change ? Changed() : Added();

    private List<Operation> Added()
    {
        var added = new AddColumn(call.Table, Build()) { Position = position, IfNotExists = ifNotExists, Online = online, Location = call.Location };
        return [added, .. Keys()];
    }

    private List<Operation> Changed()
    {
        RequireNot(ifNotExists, "is changed and may be there already", "Leave .IfNotExists() out.");
        var operations = new List<Operation>();
        if (change != new ColumnChange(Name) || position is not null || cast is not null)
            operations.Add(new AlterColumn(call.Table, change) { Position = position, Using = cast, Online = online, Location = call.Location });
        operations.AddRange(Keys());
        if (newName is not null) operations.Add(new RenameColumn(call.Table, Name, newName) { Location = call.Location });
        RequireNot(operations.Count == 0, "is changed, and nothing of it is mentioned", "Say what is to change: .Nullable(), .Default(…), .Comment(…) …");
        return operations;
    }

    // A column that is changed is not made the primary key by numbering its rows: its table has one.
    private IEnumerable<Operation> Keys()
    {
        var isKey = primary is KeyWish.Stated || (primary is KeyWish.Implied && intent is not ColumnIntent.Change);
        IEnumerable<IDraft> key = isKey ? [new PrimaryKeyBuilder(call, [Name])] : [];
        return key.Concat(constraints).Concat(indexes).SelectMany(draft => draft.Freeze());
    }

    private void RequireNot(bool contradiction, string problem, string remedy)
    {
        if (contradiction) throw call.Error($"The column {Name} of {call.Table} {problem}.", remedy);
    }
}
