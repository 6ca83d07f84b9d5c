using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>A table while the catalog is read.</summary>
internal sealed class TableReading
{
    private readonly ObjectName name;
    private readonly TableOptions options;
    private readonly string? comment;
    private readonly List<string> unread;
    private readonly List<TableIndex> indexes = [];
    private readonly List<ForeignKey> foreignKeys = [];
    private readonly List<CheckConstraint> checks = [];
    private readonly HashSet<string> jsonColumns = new(StringComparer.Ordinal);
    private readonly PartitionReading partitions = new();

    /// <summary>The table of a row of <see cref="CatalogQueries.Tables"/>.</summary>
    internal TableReading(ObjectName name, CatalogRow row, string? databaseCollation, List<string> unread)
    {
        this.name = name;
        this.unread = unread;
        comment = row.Text(4);
        options = new TableOptions
        {
            Engine = row.Text(2),
            Collation = row.Text(3) == databaseCollation ? null : row.Text(3),
            Parameters = row.Name(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not "partitioned").ToValueList(),
        };
        Collation = row.Text(3);
    }

    internal List<Column> Columns { get; } = [];

    internal List<Trigger> Triggers { get; } = [];

    private string? Collation { get; }

    internal void AddIndexPart(CatalogRow row, ColumnReading columns)
    {
        var part = row.Text(3) is { } column
            ? new IndexPart(column) { Length = (int?)row.Number(5), Descending = row.Is(4, "D") }
            : new IndexPart(columns.Sql(row.Name(8)), IndexPartKind.Expression) { Descending = row.Is(4, "D") };
        if (indexes is [.., var last] && last.Name == row.Name(1)) indexes[^1] = last with { Parts = last.Parts.Add(part) };
        else indexes.Add(Index(row, part));
    }

    internal void AddForeignKeyColumn(CatalogRow row, ObjectName referenced)
    {
        var (column, other) = (row.Name(2), row.Name(5));
        if (foreignKeys is [.., var last] && last.Name == row.Name(1))
            foreignKeys[^1] = last with { Columns = last.Columns.Add(column), ReferencedColumns = last.ReferencedColumns.Add(other) };
        else
            foreignKeys.Add(new ForeignKey(row.Name(1), [column], referenced, [other]));
    }

    internal void SetActions(CatalogRow row)
    {
        var place = foreignKeys.FindIndex(key => key.Name == row.Name(1));
        if (place >= 0) foreignKeys[place] = foreignKeys[place] with { OnDelete = Action(row.Name(2)), OnUpdate = Action(row.Name(3)) };
    }

    // MariaDB's JSON is LONGTEXT in utf8mb4_bin with a check of its own.
    internal void AddCheck(CatalogRow row, ColumnReading columns)
    {
        var (check, predicate) = (row.Name(1), columns.Sql(row.Name(2)));
        if (row.Is(3, "Column") && predicate == $"json_valid({MySqlDialect.Instance.Quote(check)})" && Columns.Exists(column => IsJson(column, check))) jsonColumns.Add(check);
        else checks.Add(new CheckConstraint(check, predicate));
        if (row.Is(4, "NO")) unread.Add($"that the check {check} of {name} is not enforced");
    }

    internal void AddPartition(CatalogRow row) => partitions.Add(row);

    internal Table ToTable()
    {
        if (partitions.HasParts) unread.Add($"subpartitions of {name}");
        var primary = indexes.Find(index => index.Name == "PRIMARY");
        return new Table(name)
        {
            Columns = Columns.Select(Column).ToValueList(),
            PrimaryKey = primary is null ? null : new PrimaryKey("PRIMARY", primary.Parts.Select(part => part.Expression).ToValueList()),
            Indexes = indexes.Where(index => index != primary).ToValueList(),
            ForeignKeys = foreignKeys.ToValueList(),
            Checks = checks.ToValueList(),
            Triggers = Triggers.ToValueList(),
            Comment = comment,
            Options = options with { PartitionBy = partitions.Text },
        };
    }

    private static bool IsJson(Column column, string name) =>
        column.Name == name && column is { Type: ColumnType.Native { Sql: "longtext" }, Collation: "utf8mb4_bin" };

    private static TableIndex Index(CatalogRow row, IndexPart part) => new(row.Name(1), [part])
    {
        IsUnique = row.Is(2, "0"),
        Kind = row.Name(6) switch
        {
            "FULLTEXT" => IndexKind.FullText,
            "SPATIAL" or "RTREE" => IndexKind.Spatial,
            "VECTOR" => IndexKind.Vector,
            _ => IndexKind.Ordinary,
        },
        Method = row.Is(6, "HASH") ? "hash" : null,
        Comment = row.Text(7),
        IsInvalid = row.Is(9, "YES"),
    };

    private static ReferentialAction Action(string rule) => rule switch
    {
        "CASCADE" => ReferentialAction.Cascade,
        "SET NULL" => ReferentialAction.SetNull,
        "SET DEFAULT" => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };

    private Column Column(Column column) =>
        jsonColumns.Contains(column.Name) ? column with { Type = new ColumnType.Json(), Collation = null }
        : column.Collation == Collation ? column with { Collation = null } : column;
}
