namespace Godwit.Schema;

/// <summary>A table with all that belongs to it.</summary>
/// <param name="Name">Its name.</param>
public sealed record Table(ObjectName Name)
{
    /// <summary>Its columns, in order.</summary>
    public ValueList<Column> Columns { get; init; } = [];

    /// <summary>Its primary key, if it has one.</summary>
    public PrimaryKey? PrimaryKey { get; init; }

    /// <summary>Its unique constraints.</summary>
    public ValueList<UniqueConstraint> Uniques { get; init; } = [];

    /// <summary>Its foreign keys: those in which it refers to others.</summary>
    public ValueList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Its checks.</summary>
    public ValueList<CheckConstraint> Checks { get; init; } = [];

    /// <summary>Its exclusion constraints.</summary>
    public ValueList<ExclusionConstraint> Exclusions { get; init; } = [];

    /// <summary>Its indexes, without those that belong to a constraint.</summary>
    public ValueList<TableIndex> Indexes { get; init; } = [];

    /// <summary>Its triggers.</summary>
    public ValueList<Trigger> Triggers { get; init; } = [];

    /// <summary>What a person should know about it.</summary>
    public string? Comment { get; init; }

    /// <summary>How it is stored.</summary>
    public TableOptions Options { get; init; } = new();

    /// <summary>
    /// The statement that makes it in the database's own words, where the catalog keeps it (SQLite); null otherwise.
    /// </summary>
    public string? Definition { get; init; }

    /// <summary>The column of a name, or null.</summary>
    public Column? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>All constraints.</summary>
    public IEnumerable<Constraint> Constraints =>
        (PrimaryKey is null ? Enumerable.Empty<Constraint>() : [PrimaryKey]).Concat(Uniques).Concat(ForeignKeys).Concat(Checks).Concat(Exclusions);
}

/// <summary>How a table is stored. What is not said is left to the database.</summary>
public sealed record TableOptions
{
    /// <summary>Whether it is gone when the session ends.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>The storage engine (MySQL, MariaDB).</summary>
    public string? Engine { get; init; }

    /// <summary>The character set of its texts (MySQL, MariaDB).</summary>
    public string? Charset { get; init; }

    /// <summary>How its texts compare (MySQL, MariaDB).</summary>
    public string? Collation { get; init; }

    /// <summary>The first number of its auto-increment column; null is 1.</summary>
    public long? AutoIncrementStart { get; init; }

    /// <summary>Whether its types are enforced (SQLite: STRICT).</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether its rows are stored in the primary key itself (SQLite: WITHOUT ROWID).</summary>
    public bool IsWithoutRowId { get; init; }

    /// <summary>Whether it is not written to the log (PostgreSQL: UNLOGGED).</summary>
    public bool IsUnlogged { get; init; }

    /// <summary>What follows PARTITION BY; null when it is one piece (PostgreSQL, MySQL, MariaDB).</summary>
    public string? PartitionBy { get; init; }

    /// <summary>The partitioned table it is a part of, and its bounds (PostgreSQL); null when it is none.</summary>
    public PartitionOf? PartitionOf { get; init; }

    /// <summary>The tables whose columns it has, too, and whose rows its own are among (PostgreSQL: INHERITS).</summary>
    public ValueList<ObjectName> Inherits { get; init; } = [];

    /// <summary>Storage parameters, as <c>fillfactor = 70</c> (PostgreSQL: WITH).</summary>
    public ValueList<string> Parameters { get; init; } = [];
}

/// <summary>That a table is a part of a partitioned one.</summary>
/// <param name="Parent">The partitioned table.</param>
/// <param name="Bounds">Its bounds: <c>FOR VALUES FROM (1) TO (10)</c>, or <c>DEFAULT</c>.</param>
public sealed record PartitionOf(ObjectName Parent, string Bounds);
