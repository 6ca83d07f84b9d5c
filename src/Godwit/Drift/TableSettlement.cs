using Godwit.Comparison;
using Godwit.Schema;

namespace Godwit.Drift;

/// <summary>
/// Puts what a model says of a table into the words in which the database says it, where both mean the same. What is different stays as the
/// model's author wrote it. Pure.
/// </summary>
internal static class TableSettlement
{
    /// <summary>Whether something about a table is said on both sides, and not in the same words.</summary>
    internal static bool IsOpen(Table present, Table wanted) =>
        wanted.Columns.Any(column => present.Column(column.Name) is { } there && IsOpen(there, column))
        || IsOpen(present.Checks, wanted.Checks, check => check.Name ?? check.Predicate)
        || (present.Checks.Any(check => check.Name is null) && present.Checks != wanted.Checks)
        || IsOpen(present.Indexes, wanted.Indexes, index => index.Name);

    /// <summary>The table that is wanted, in the words of the present one where it means the same.</summary>
    /// <param name="present">The table as it was read.</param>
    /// <param name="wanted">The table as its author wrote it.</param>
    /// <param name="canonical">The wanted table as it was read after it was written.</param>
    /// <param name="indexes">Gives the indexes of a table that was read in the dialect's own form, without the statements that made them.</param>
    internal static Table Settle(Table present, Table wanted, Table canonical, Func<Table, ValueList<TableIndex>> indexes)
    {
        var (normal, read) = (indexes(present), indexes(canonical));
        var columns = wanted.Columns.Select(column => present.Column(column.Name) is { } there && canonical.Column(column.Name) is { } stored
            ? Settle(there, column, stored)
            : column);
        var checks = wanted.Checks.Select(check => Twin(canonical.Checks, check) is { } kept && Twin(present.Checks, kept) is { } there && there.Predicate == kept.Predicate
            ? check with { Predicate = there.Predicate }
            : check);
        var settled = wanted.Indexes.Select(index => read.FirstOrDefault(other => other.Name == index.Name) is { } made
            && normal.FirstOrDefault(other => (other with { Name = "" }) == (made with { Name = "" })) is { } twin
            && present.Indexes.FirstOrDefault(other => other.Name == twin.Name) is { } there
            ? there with { Name = index.Name }
            : index);
        return wanted with { Columns = columns, Checks = checks, Indexes = settled };
    }

    private static bool IsOpen(Column present, Column wanted) =>
        ColumnDifference.Between(present, wanted) is { } change
        && (change.Type is not null
            || (change.Default is not null && present.Default is not null && wanted.Default is not null)
            || (change.Generated is not null && present.Generated is not null && wanted.Generated is not null));

    private static bool IsOpen<T>(ValueList<T> present, ValueList<T> wanted, Func<T, string> name)
        where T : class
    {
        var there = present.ToDictionary(name, StringComparer.Ordinal);
        return wanted.Any(item => there.TryGetValue(name(item), out var other) && !other.Equals(item));
    }

    private static Column Settle(Column present, Column wanted, Column canonical)
    {
        var change = ColumnDifference.Between(present, canonical);
        return wanted with
        {
            Type = change?.Type is null ? present.Type : wanted.Type,
            Default = change?.Default is null ? present.Default : wanted.Default,
            Generated = change?.Generated is null ? present.Generated : wanted.Generated,
        };
    }

    // By its name; without one by what it demands.
    private static CheckConstraint? Twin(ValueList<CheckConstraint> checks, CheckConstraint check) =>
        checks.FirstOrDefault(other => other.Name == check.Name && check.Name is not null) ?? checks.FirstOrDefault(other => other.Predicate == check.Predicate);
}
