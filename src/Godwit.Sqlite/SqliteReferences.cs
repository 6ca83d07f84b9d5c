using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Foreign keys seen from the tables they refer to.</summary>
internal static class SqliteReferences
{
    /// <summary>
    /// A schema in which every foreign key names the columns it refers to, and all names as the other table spells them. A foreign
    /// key without columns refers to the primary key (SQLite, "SQLite Foreign Key Support", 3).
    /// </summary>
    internal static DatabaseSchema Complete(DatabaseSchema schema)
    {
        var tables = new Dictionary<string, Table>(schema.Tables.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var table in schema.Tables) tables.TryAdd(table.Name.Name, table);
        return schema with { Tables = schema.Tables.Select(table => table.WithForeignKeys(key => Complete(tables, key))) };
    }

    /// <summary>Whether two names of tables mean the same one.</summary>
    internal static bool Same(ObjectName one, ObjectName other) => one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tables with a foreign key to a table, other than itself.</summary>
    internal static IEnumerable<Table> To(DatabaseSchema schema, ObjectName table) =>
        schema.Tables.Where(other => !Same(other.Name, table) && other.ForeignKeys.Any(key => Same(key.ReferencedTable, table)));

    /// <summary>
    /// Whether every foreign key of a table refers to a key of the other table. Where one does not, SQLite refuses to look for
    /// rows that break it: foreign key mismatch.
    /// </summary>
    internal static bool AreSound(DatabaseSchema schema, Table table) => table.ForeignKeys.All(key =>
        schema.Tables.FirstOrDefault(other => Same(other.Name, key.ReferencedTable)) is not { } referenced || IsKey(referenced, key.ReferencedColumns));

    private static ForeignKey Complete(Dictionary<string, Table> tables, ForeignKey key)
    {
        if (!tables.TryGetValue(key.ReferencedTable.Name, out var referenced)) return key;
        return key with
        {
            ReferencedTable = referenced.Name,
            ReferencedColumns = key.ReferencedColumns.Count == 0 && referenced.PrimaryKey is { } primary
                ? primary.Columns
                : key.ReferencedColumns.Select(name => referenced.Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? name),
        };
    }

    private static bool IsKey(Table table, ValueList<string> columns) =>
        Covers(table.PrimaryKey?.Columns, columns)
        || table.Uniques.Any(unique => Covers(unique.Columns, columns))
        || table.Indexes.Any(index => index.IsUnique && index.Predicate is null && index.Parts.All(part => part.Kind is IndexPartKind.Column)
            && Covers(index.Parts.Select(part => part.Expression).ToValueList(), columns));

    private static bool Covers(ValueList<string>? key, ValueList<string> columns) =>
        key is not null && key.Count == columns.Count && columns.All(column => key.Contains(column, StringComparer.OrdinalIgnoreCase));
}
