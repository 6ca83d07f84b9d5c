using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>Compares schemas, and shows the lines in which two differ.</summary>
internal static class SchemaAssert
{
    internal static void Equal(DatabaseSchema expected, DatabaseSchema actual)
    {
        if (expected == actual) return;
        Assert.Equal(Text(expected), Text(actual));
        Assert.Fail("The schemas are shown alike and are not equal.");
    }

    private static string Text(DatabaseSchema schema) => string.Join("\n", schema.Tables.Select(Lines).Concat(schema.Views.Select(view => $"{view} {view.Query}")));

    private static string Lines(Table table) => string.Join("\n", [
        $"table {table.Name} {table.Options}",
        .. table.Columns.Select(column => $"  {column}"), .. table.Constraints.Select(constraint => $"  {constraint}"),
        .. table.Indexes.Select(index => $"  {index}"), .. table.Triggers.Select(trigger => $"  {trigger}"),
    ]);
}
