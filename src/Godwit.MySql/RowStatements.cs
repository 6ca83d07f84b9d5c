using Godwit.Operations;

namespace Godwit.MySql;

/// <summary>Statements that write rows.</summary>
internal static class RowStatements
{
    internal static Wording Insert(InsertRows operation)
    {
        if (operation.Rows.Count == 0) return Wording.Nothing;
        foreach (var row in operation.Rows)
        {
            if (row.Count != operation.Columns.Count)
            {
                throw new GodwitException(ErrorCode.InvalidDefinition, $"A row for {operation.Table} has {row.Count} values for {operation.Columns.Count} columns.",
                    "Give each row a value for each column.");
            }
        }

        var rows = operation.Rows.Select<Schema.ValueList<object?>, string>(row => $"({string.Join(", ", row.Select<object?, string>(MySqlLiterals.Value))})");
        return new Wording.Statements($"INSERT INTO {MySqlNames.Quote(operation.Table)} {MySqlNames.List(operation.Columns)} VALUES\n    {string.Join(",\n    ", rows)}");
    }

    internal static Wording Update(UpdateRows operation)
    {
        if (operation.Values.Count == 0) return Wording.Nothing;
        var values = operation.Values.Select<ColumnValue, string>(value => $"{MySqlNames.Quote(value.Column)} = {MySqlLiterals.Value(value.Value)}");
        return new Wording.Statements($"UPDATE {MySqlNames.Quote(operation.Table)} SET {string.Join(", ", values)}{Where(operation.Predicate)}");
    }

    internal static Wording Delete(DeleteRows operation) => new Wording.Statements($"DELETE FROM {MySqlNames.Quote(operation.Table)}{Where(operation.Predicate)}");

    private static string Where(string? predicate) => predicate is null ? "" : " WHERE " + predicate;
}
