using System.Globalization;

namespace Godwit.Sql;

/// <summary>
/// An update of a large table in ranges of its key. A range is bounded by counting rows, not keys, so that gaps in the numbers
/// cost nothing.
/// </summary>
/// <param name="Table">The table, quoted.</param>
/// <param name="Key">The column whose whole numbers are gone through, quoted.</param>
/// <param name="Assignments">What stands between SET and WHERE.</param>
/// <param name="Predicate">Which rows; null is all.</param>
/// <param name="Size">How many rows a range spans.</param>
/// <param name="Pause">How long to wait between two ranges.</param>
public sealed record KeyRanges(string Table, string Key, string Assignments, string? Predicate, int Size, TimeSpan Pause)
{
    /// <summary>Yields the smallest key.</summary>
    internal string First => $"SELECT min({Key}) FROM {Table}";

    /// <summary>Yields the largest key.</summary>
    internal string Last => $"SELECT max({Key}) FROM {Table}";

    /// <summary>Yields the first key beyond the range that begins at one; no row where the range is the last.</summary>
    internal string Boundary(long from) => $"SELECT {Key} FROM {Table} WHERE {Key} >= {Text(from)} ORDER BY {Key} LIMIT 1 OFFSET {Text(Size)}";

    /// <summary>The whole of it, as one update would say it.</summary>
    internal string Whole => $"UPDATE {Table} SET {Assignments}{(Predicate is null ? "" : $" WHERE {Predicate}")}";

    /// <summary>Updates one range.</summary>
    /// <param name="from">Its first key.</param>
    /// <param name="to">The first key beyond it; null where it is the last.</param>
    internal SqlStatement Update(long from, long? to) => new(
        $"UPDATE {Table} SET {Assignments} WHERE {Key} >= {Text(from)}{(to is { } end ? $" AND {Key} < {Text(end)}" : "")}"
        + (Predicate is null ? "" : $" AND ({Predicate})"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
