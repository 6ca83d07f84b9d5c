using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Says changes of rows.</summary>
internal static class SqliteRowSql
{
    // Rows of one statement: far below any limit, and enough that a round trip more or less does not count.
    private const int RowsOfAStatement = 500;

    internal static IEnumerable<string> Insert(InsertRows operation)
    {
        var heading = $"INSERT INTO {SqliteNames.Quote(operation.Table)} ({SqliteNames.List(operation.Columns)}) VALUES\n    ";
        return operation.Rows.Chunk(RowsOfAStatement).Select(rows => heading + string.Join(",\n    ", rows.Select(row => Row(operation, row))));
    }

    internal static IEnumerable<string> Update(UpdateRows operation) =>
    [
        $"UPDATE {SqliteNames.Quote(operation.Table)} SET {string.Join(", ", operation.Values.Select(value => $"{SqliteNames.Quote(value.Column)} = {SqliteLiteral.Of(value.Value)}"))}{Where(operation.Predicate)}",
    ];

    internal static IEnumerable<string> Delete(DeleteRows operation) => [$"DELETE FROM {SqliteNames.Quote(operation.Table)}{Where(operation.Predicate)}"];

    private static string Row(InsertRows operation, ValueList<object?> row) =>
        row.Count == operation.Columns.Count
            ? $"({string.Join(", ", row.Select<object?, string>(SqliteLiteral.Of))})"
            : throw new GodwitException(ErrorCode.InvalidDefinition, $"A row for {operation.Table} has {row.Count} values for {operation.Columns.Count} columns.",
                "Give each row one value for each column.");

    private static string Where(string? predicate) => predicate is null ? "" : $" WHERE {predicate.Trim()}";
}
