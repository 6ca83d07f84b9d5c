using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <content>Rows.</content>
internal sealed partial class OperationSql
{
    private const int RowsInOneStatement = 1000;

    public IReadOnlyList<string> Visit(InsertRows operation)
    {
        var head = $"INSERT INTO {PostgreSqlNames.Quote(operation.Table)}";
        if (operation.Columns.Count == 0) return [.. operation.Rows.Select(_ => head + " DEFAULT VALUES")];
        head += $" ({PostgreSqlNames.QuoteAll(operation.Columns)}) VALUES";
        return [.. operation.Rows.Select(row => Row(operation, row)).Chunk(RowsInOneStatement).Select(rows => Values(head, rows))];
    }

    public IReadOnlyList<string> Visit(UpdateRows operation)
    {
        var values = operation.Values.Select(value => $"{PostgreSqlNames.Quote(value.Column)} = {PostgreSqlLiterals.Of(value.Value)}");
        return [$"UPDATE {PostgreSqlNames.Quote(operation.Table)} SET {string.Join(", ", values)}{Where(operation.Predicate)}"];
    }

    public IReadOnlyList<string> Visit(DeleteRows operation) => [$"DELETE FROM {PostgreSqlNames.Quote(operation.Table)}{Where(operation.Predicate)}"];

    private static string Row(InsertRows operation, ValueList<object?> row) => row.Count == operation.Columns.Count
        ? $"({string.Join(", ", row.Select(PostgreSqlLiterals.Of))})"
        : throw new GodwitException(ErrorCode.InvalidDefinition, $"A row for {operation.Table} has {row.Count} values for {operation.Columns.Count} columns.",
            "Give each row a value for each column.");

    private static string Values(string head, string[] rows) => rows is [var only] ? $"{head} {only}" : $"{head}\n    {string.Join(",\n    ", rows)}";

    private static string Where(string? predicate) => predicate is null ? "" : $" WHERE {predicate}";
}
