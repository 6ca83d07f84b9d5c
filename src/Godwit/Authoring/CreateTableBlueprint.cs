using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>A table that is made: what <c>schema.Create("posts", table => …)</c> is about.</summary>
public sealed class CreateTableBlueprint : Blueprint
{
    private readonly List<ColumnBuilder> columns = [];
    private readonly List<IConstraintDraft> constraints = [];
    private readonly List<IndexBuilder> indexes = [];
    private TableOptions options = new();
    private string? comment;
    private bool ifNotExists;

    internal CreateTableBlueprint(TableCall call)
        : base(call)
    {
    }

    private protected override ColumnIntent Intent => ColumnIntent.Create;

    /// <summary>Gone when the session ends: <c>CREATE TEMPORARY TABLE</c>.</summary>
    public void Temporary() => Store(options => options with { IsTemporary = true });

    /// <summary>Leaves a table of that name as it is if there is one: <c>CREATE TABLE IF NOT EXISTS</c>. The migration then needs a Down of its own.</summary>
    public void IfNotExists()
    {
        Call.RequireOpen();
        ifNotExists = true;
    }

    /// <summary>Types are enforced: <c>STRICT</c> (SQLite 3.37 and later; others refuse the migration).</summary>
    public void Strict() => Store(options => options with { IsStrict = true });

    /// <summary>Rows are stored in the primary key itself: <c>WITHOUT ROWID</c> (SQLite; others refuse the migration).</summary>
    public void WithoutRowId() => Store(options => options with { IsWithoutRowId = true });

    /// <summary>Not written to the log, faster and empty after a crash: <c>CREATE UNLOGGED TABLE</c> (PostgreSQL; others refuse the migration).</summary>
    public void Unlogged() => Store(options => options with { IsUnlogged = true });

    /// <summary>Stored in parts: <c>PARTITION BY RANGE (created_at)</c> (PostgreSQL, MySQL, MariaDB; SQLite refuses the migration).</summary>
    /// <param name="sql">What follows <c>PARTITION BY</c>.</param>
    public void PartitionBy(string sql) => Store(options => options with { PartitionBy = Call.Require(sql, $"The partitioning of {Call.Table}") });

    /// <summary>A part of a partitioned table, from which it takes its columns: <c>PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')</c> (PostgreSQL).</summary>
    /// <param name="parent">The partitioned table.</param>
    /// <param name="bounds">Its bounds: <c>FOR VALUES …</c>, or <c>DEFAULT</c>.</param>
    public void PartitionOf(ObjectName parent, string bounds) =>
        Store(options => options with { PartitionOf = new PartitionOf(Call.Require(parent, "The partitioned table"), Call.Require(bounds, $"The bounds of {Call.Table}")) });

    /// <summary>Takes back a column that was described before, as for a list of columns that is shared between tables.</summary>
    /// <param name="name">The column's name.</param>
    /// <exception cref="GodwitException">There is no such column.</exception>
    public void RemoveColumn(string name)
    {
        Call.RequireOpen();
        if (columns.RemoveAll(column => column.Name == name) == 0) throw Call.Error($"The column {name} of {Call.Table} is taken back and was not described before.", "Leave that out.");
    }

    internal override IReadOnlyList<Operation> Freeze()
    {
        if (columns.Count == 0 && options.PartitionOf is null) throw Call.Error($"The table {Call.Table} has no columns.", "Give it one at least, as with table.Id().");
        var parts = new TableParts(
            Call, columns, [.. columns.SelectMany(column => column.Constraints), .. constraints], [.. columns.SelectMany(column => column.Indexes), .. indexes]);
        var table = parts.ToTable(new Table(Call.Table) { Comment = comment, Options = options });
        return [new CreateTable(table) { IfNotExists = ifNotExists, Location = Call.Location }, .. parts.Afterwards()];
    }

    private protected override void Keep(ColumnBuilder column)
    {
        if (columns.Exists(other => other.Name == column.Name))
            throw Call.Error($"The table {Call.Table} has the column {column.Name} twice.", "Describe each column once.");
        columns.Add(column);
    }

    private protected override void Keep(IConstraintDraft constraint) => constraints.Add(constraint);

    private protected override void Keep(IndexBuilder index) => indexes.Add(index);

    private protected override void SetComment(string? text) => comment = text;

    private protected override void Set(Func<TableOptions, TableOptions> change) => options = change(options);
}
