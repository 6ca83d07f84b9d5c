using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>
/// A table that is there: what <c>schema.Table("posts", table => …)</c> is about. A column that is described is added, or changed
/// where it says <c>.Change()</c>. Everything happens in the order in which it is written.
/// </summary>
public sealed partial class AlterTableBlueprint : Blueprint
{
    private readonly List<IDraft> drafts = [];
    private string? columnBefore;

    internal AlterTableBlueprint(TableCall call)
        : base(call)
    {
    }

    private protected override ColumnIntent Intent => ColumnIntent.Add;

    /// <summary>
    /// Changes a column without repeating its type: <c>table.Change("email").Nullable()</c>. All that is not mentioned stays as it
    /// is: SQLite rebuilds the table, MySQL and MariaDB get the whole column with the change.
    /// </summary>
    /// <param name="column">The column.</param>
    public ColumnBuilder Change(string column)
    {
        Call.RequireOpen();
        var builder = new ColumnBuilder(Call, column, null, ColumnIntent.Change);
        drafts.Add(builder);
        return builder;
    }

    /// <summary>Adds columns just after another one, in their order: <c>table.After("email", table => table.String("phone"))</c> (MySQL, MariaDB; at the end elsewhere).</summary>
    /// <param name="column">The column that stands before them.</param>
    /// <param name="describe">Describes the columns.</param>
    public void After(string column, Action<AlterTableBlueprint> describe)
    {
        Call.RequireOpen();
        var outer = columnBefore;
        columnBefore = Call.Require(column, $"The column to add others after in {Call.Table}");
        describe(this);
        columnBefore = outer;
    }

    /// <summary>Gives the table another name; what comes after it in the callback still goes by the old one: <c>RENAME TO</c>.</summary>
    /// <param name="name">The new name.</param>
    public void Rename(ObjectName name) => Do(new RenameTable(Call.Table, Call.Require(name, $"The new name of {Call.Table}")));

    /// <summary>Drops the table with its rows: <c>DROP TABLE</c>.</summary>
    public void Drop() => Do(new DropTable(Call.Table));

    /// <summary>Drops the table with its rows if it is there: <c>DROP TABLE IF EXISTS</c>.</summary>
    public void DropIfExists() => Do(new DropTable(Call.Table) { IfExists = true });

    /// <summary>Gives a column another name, wherever it is spoken of: <c>RENAME COLUMN</c>.</summary>
    /// <param name="from">Its name before.</param>
    /// <param name="to">Its name after.</param>
    public void RenameColumn(string from, string to) =>
        Do(new RenameColumn(Call.Table, Call.Require(from, "The column to be renamed"), Call.Require(to, $"The new name of the column {from}")));

    /// <summary>Checks the rows that were there before a constraint which was added as not valid: <c>VALIDATE CONSTRAINT</c> (PostgreSQL).</summary>
    /// <param name="name">The constraint.</param>
    public void ValidateConstraint(string name) => Do(new ValidateConstraint(Call.Table, Call.Require(name, "The constraint to be validated")));

    /// <summary>Stops writing it to the log: <c>SET UNLOGGED</c> (PostgreSQL).</summary>
    public void Unlogged() => Do(new SetTableOptions(Call.Table, new TableOptions()) { Unlogged = true });

    /// <summary>Begins writing it to the log: <c>SET LOGGED</c> (PostgreSQL).</summary>
    public void Logged() => Do(new SetTableOptions(Call.Table, new TableOptions()) { Unlogged = false });

    /// <summary>Takes back a column that was described before in this callback. To drop one that is there, use <see cref="DropColumn"/>.</summary>
    /// <param name="name">The column's name.</param>
    /// <exception cref="GodwitException">No such column was described.</exception>
    public void RemoveColumn(string name)
    {
        Call.RequireOpen();
        if (drafts.RemoveAll(draft => draft is ColumnBuilder column && column.Name == name) == 0)
            throw Call.Error($"The column {name} of {Call.Table} is taken back and was not described before.", $"To drop a column that is there, write table.DropColumn(\"{name}\").");
    }

    internal override IReadOnlyList<Operation> Freeze()
    {
        if (drafts.Count == 0) throw Call.Error($"Nothing of the table {Call.Table} is changed.", "Say what is to change, or leave schema.Table out.");
        if (drafts.Exists(draft => draft is PrimaryKeyBuilder or ColumnBuilder { IsPrimary: true }))
        {
            foreach (var column in drafts.OfType<ColumnBuilder>()) column.LeaveKeyToOthers();
        }

        return [.. drafts.SelectMany(draft => draft.Freeze())];
    }

    private protected override void Keep(ColumnBuilder column)
    {
        if (drafts.Exists(draft => draft is ColumnBuilder other && other.Name == column.Name))
            throw Call.Error($"The column {column.Name} of {Call.Table} is described twice.", "Say everything of it at once.");
        drafts.Add(column);
        if (columnBefore is null) return;
        column.After(columnBefore);
        columnBefore = column.Name;
    }

    private protected override void Keep(IConstraintDraft constraint) => drafts.Add(constraint);

    private protected override void Keep(IndexBuilder index) => drafts.Add(index);

    private protected override void SetComment(string? text) => Do(new SetTableComment(Call.Table, text));

    private protected override void Set(Func<TableOptions, TableOptions> change) => Do(new SetTableOptions(Call.Table, change(new TableOptions())));

    private void Do(Operation operation)
    {
        Call.RequireOpen();
        drafts.Add(new FinishedDraft(operation with { Location = Call.Location }));
    }

    private TDraft Do<TDraft>(TDraft draft)
        where TDraft : IDraft
    {
        Call.RequireOpen();
        drafts.Add(draft);
        return draft;
    }
}
