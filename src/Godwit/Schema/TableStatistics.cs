namespace Godwit.Schema;

/// <summary>How much a table holds, as far as the database knows without counting.</summary>
/// <param name="Table">The table, or the materialised view.</param>
public sealed record TableStatistics(ObjectName Table)
{
    /// <summary>About how many rows; null when the database has no idea. Of a partitioned table those of all its partitions.</summary>
    public long? Rows { get; init; }

    /// <summary>The bytes that the rows take; null when the database does not say.</summary>
    public long? DataBytes { get; init; }

    /// <summary>The bytes that the indexes take; null when the database does not say.</summary>
    public long? IndexBytes { get; init; }

    /// <summary>All its bytes; null when the database does not say.</summary>
    public long? TotalBytes => DataBytes is null && IndexBytes is null ? null : (DataBytes ?? 0) + (IndexBytes ?? 0);
}
