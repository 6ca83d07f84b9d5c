using Godwit.Schema;

namespace Godwit.Tests.Comparison;

/// <summary>Schemas in one order of everything whose order means nothing.</summary>
internal static class SchemaOrder
{
    internal static DatabaseSchema Sorted(DatabaseSchema schema) => schema with
    {
        Tables = By(schema.Tables, table => table.Name.ToString()).Select(Sorted),
        Views = By(schema.Views, view => view.Name.ToString()).Select(view => view with { Indexes = By(view.Indexes, index => index.Name) }),
        Enums = By(schema.Enums, type => type.Name.ToString()),
        Sequences = By(schema.Sequences, sequence => sequence.Name.ToString()),
        Routines = By(schema.Routines, routine => routine.Name.ToString()),
        Extensions = By(schema.Extensions, extension => extension.Name),
        Schemas = By(schema.Schemas, name => name),
    };

    private static Table Sorted(Table table) => table with
    {
        Columns = By(table.Columns, column => column.Name),
        Uniques = By(table.Uniques, unique => unique.ToString()),
        ForeignKeys = By(table.ForeignKeys, key => key.ToString()),
        Checks = By(table.Checks, check => check.ToString()),
        Indexes = By(table.Indexes, index => index.Name),
        Triggers = By(table.Triggers, trigger => trigger.Name),
    };

    private static ValueList<T> By<T>(ValueList<T> items, Func<T, string> key) => items.OrderBy(key, StringComparer.Ordinal).ToValueList();
}
