using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>
/// The index that InnoDB makes for a foreign key when none begins with its columns (MySQL manual, "FOREIGN KEY Constraints"). It
/// bears the key's name, and is no part of a schema: it comes, and goes, with the key.
/// </summary>
internal static class ForeignKeyIndex
{
    /// <summary>Whether an index is the one of a foreign key: its name, and its columns.</summary>
    internal static bool Belongs(TableIndex index, ForeignKey key) =>
        index.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase)
        && index is { IsUnique: false, IsInvalid: false, Comment: null or "" }
        && index.Parts.Count == key.Columns.Count && Begins(index, key.Columns);

    /// <summary>Whether a foreign key has an index of its own, because none of the table's would do.</summary>
    internal static bool Exists(Table table, ForeignKey key) =>
        !(table.PrimaryKey is { } primary && Begins(primary.Columns, key.Columns))
        && !table.Uniques.Any(unique => Begins(unique.Columns, key.Columns))
        && !table.Indexes.Any(index => Begins(index, key.Columns));

    /// <summary>Whether a foreign key's own index can go with it: another key over the same columns would keep it.</summary>
    internal static bool Goes(Table before, Table after, ForeignKey key) =>
        Exists(before, key) && !after.ForeignKeys.Any(other => Begins(key.Columns, other.Columns));

    /// <summary>
    /// The clauses that give foreign keys an index of their own where the one that served them goes: without one InnoDB refuses to
    /// drop it (1553), and it had dropped theirs when that one was made.
    /// </summary>
    internal static IEnumerable<string> Missing(Table before, Table after) =>
        after.ForeignKeys.Where(key => Exists(after, key) && !Exists(before, key)).DistinctBy(key => key.Columns)
            .Select(key => $"ADD KEY {MySqlNames.Quote(key.Name!)} {MySqlNames.List(key.Columns)}");

    private static bool Begins(TableIndex index, ValueList<string> columns) =>
        index.Kind is IndexKind.Ordinary
        && index.Parts.Take(columns.Count).All(part => part is { Kind: IndexPartKind.Column, Length: null })
        && Begins(index.Parts.Select(part => part.Expression).ToValueList(), columns);

    private static bool Begins(ValueList<string> whole, ValueList<string> columns) =>
        whole.Count >= columns.Count && whole.Take(columns.Count).SequenceEqual(columns, StringComparer.OrdinalIgnoreCase);
}
