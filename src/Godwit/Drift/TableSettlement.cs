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
        || (present.Checks.Any(check => check.Name is null) && !present.Checks.Equals(wanted.Checks))
        || IsOpen(present.Indexes, wanted.Indexes, index => index.Name);

    /// <summary>The columns about which something is said in other words.</summary>
    internal static ValueList<Column> OpenColumns(Table present, Table wanted) =>
        wanted.Columns.Without(column => present.Column(column.Name) is not { } there || !IsOpen(there, column));

    /// <summary>The table that is wanted, with the present types where those hold the same.</summary>
    internal static Table Typed(Table present, Table wanted, Func<ColumnType, ColumnType, bool> holdTheSame)
    {
        return wanted.Columns.Any(column => Same(column) is not null) ? wanted with { Columns = wanted.Columns.Select(column => Same(column) is { } type ? column with { Type = type } : column) } : wanted;

        ColumnType? Same(Column column) => present.Column(column.Name)?.Type is { } type && type != column.Type && holdTheSame(type, column.Type) ? type : null;
    }

    /// <summary>The table that is wanted, in the words of the present one where it means the same.</summary>
    /// <param name="present">The table as it was read.</param>
    /// <param name="wanted">The table as its author wrote it.</param>
    /// <param name="canonical">The wanted table as it was read after it was written.</param>
    /// <param name="normal">A table in the one form of its dialect: some databases keep what was written as it was written.</param>
    internal static Table Settle(Table present, Table wanted, Table canonical, Func<Table, Table> normal)
    {
        var types = wanted.Columns.Select(column => present.Column(column.Name) is { } there && canonical.Column(column.Name) is { } read
            ? Settle(there, column, read)
            : column);
        var checks = wanted.Checks.Select(check => Twin(canonical, wanted, check) is { } read && Twin(present, canonical, read) is { } there && Predicate(present, there) == Predicate(canonical, read)
            ? check with { Predicate = there.Predicate }
            : check);
        var indexes = wanted.Indexes.Select(index => canonical.Indexes.FirstOrDefault(other => other.Name == index.Name) is { } read
            && Index(canonical, read) is var meant
            && present.Indexes.OrderBy(other => other.Name != index.Name).FirstOrDefault(other => Index(present, other) == meant) is { } there
            ? there with { Name = index.Name }
            : index);
        return wanted with { Columns = types, Checks = checks, Indexes = indexes };

        // By its name; without one by what it demands.
        CheckConstraint? Twin(Table side, Table table, CheckConstraint check) =>
            side.Checks.FirstOrDefault(other => other.Name == check.Name && check.Name is not null) ?? side.Checks.FirstOrDefault(other => Predicate(side, other) == Predicate(table, check));

        string Predicate(Table table, CheckConstraint check) => normal(Bare(table) with { Checks = [check] }).Checks[0].Predicate;

        TableIndex Index(Table table, TableIndex index) => normal(Bare(table) with { Indexes = [index] }).Indexes[0] with { Name = "" };
    }

    private static Table Bare(Table table) =>
        table with { Uniques = [], ForeignKeys = [], Checks = [], Exclusions = [], Indexes = [], Triggers = [], Comment = null, Definition = null };

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
}
