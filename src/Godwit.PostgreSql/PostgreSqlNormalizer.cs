using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>A schema as the database would give it back, as far as that can be told without asking it.</summary>
internal static class PostgreSqlNormalizer
{
    internal static DatabaseSchema Normalize(DatabaseSchema schema)
    {
        var enums = schema.Enums.Select(type => type.Name).ToHashSet();
        var tables = schema.Tables.Where(table => !table.Options.IsTemporary).Select(table => TableNormalizer.Normalize(table, enums)).ToArray();
        return schema with
        {
            Tables = Sorted(Linked(tables), table => table.Name),
            Views = Sorted(schema.Views.Select(View), view => view.Name),
            Sequences = Sorted(schema.Sequences.Select(SequenceDefaults.Filled), sequence => sequence.Name),
            Enums = Sorted(schema.Enums, type => type.Name),
            Routines = Sorted(
                schema.Routines.Select(routine => routine with { Definition = Statement(routine.Definition) }),
                routine => routine.Name.Sibling($"{routine.Name.Name}({routine.Arguments})")),
            Extensions = schema.Extensions.OrderBy(extension => extension.Name, StringComparer.Ordinal).ToValueList(),
            Schemas = schema.Schemas.Order(StringComparer.Ordinal).ToValueList(),
            Unread = schema.Unread.Order(StringComparer.Ordinal).ToValueList(),
        };
    }

    // What a table has from another one: a partition its columns, a foreign key the columns of the key it refers to.
    private static IEnumerable<Table> Linked(Table[] tables)
    {
        var byName = new Dictionary<ObjectName, Table>(tables.Length);
        foreach (var table in tables) byName.TryAdd(table.Name, table);
        foreach (var table in tables)
        {
            if (table is { Options.PartitionOf: { } part, Columns.Count: 0 }) yield return Keyed(table) with { Columns = Inherited(part.Parent, byName) };
            else yield return table.ForeignKeys.Any(key => key.ReferencedColumns.Count == 0) ? Keyed(table) : table;
        }

        Table Keyed(Table table) => table.WithForeignKeys(key => key.ReferencedColumns.Count == 0 && byName.GetValueOrDefault(key.ReferencedTable)?.PrimaryKey is { } primary
            ? key with { ReferencedColumns = primary.Columns }
            : key);
    }

    // Identity is the parent's alone before PostgreSQL 17, and comments are a table's own.
    private static ValueList<Column> Inherited(ObjectName parent, Dictionary<ObjectName, Table> tables)
    {
        if (!tables.TryGetValue(parent, out var table)) return [];
        var columns = table is { Options.PartitionOf: { } part, Columns.Count: 0 } ? Inherited(part.Parent, tables) : table.Columns;
        return columns.Select(column => column with { Identity = null, Comment = null });
    }

    private static View View(View view) => view with
    {
        Query = Statement(view.Query),
        Comment = string.IsNullOrEmpty(view.Comment) ? null : view.Comment,
        Indexes = view.Indexes.Select(IndexNormalizer.Normalize).OrderBy(index => index.Name, StringComparer.Ordinal).ToValueList(),
        Triggers = TableNormalizer.Triggers(view.Triggers),
    };

    internal static string Statement(string sql) => sql.Trim().TrimEnd(';').TrimEnd();

    private static ValueList<T> Sorted<T>(IEnumerable<T> items, Func<T, ObjectName> name) =>
        items.OrderBy(item => name(item).Schema, StringComparer.Ordinal).ThenBy(item => name(item).Name, StringComparer.Ordinal).ToValueList();
}
