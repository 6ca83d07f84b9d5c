using System.Collections;
using System.Reflection;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>Rows as authors write them: objects whose properties are columns, or dictionaries.</summary>
internal static class AuthoredRow
{
    /// <summary>The values of one row.</summary>
    /// <exception cref="GodwitException">It has no columns, or a value of which no literal can be made.</exception>
    internal static ValueList<ColumnValue> Of(TableCall call, object row)
    {
        var values = Cells(call, row).Select(cell => new ColumnValue(
            call.Require(cell.Column, $"A column's name in a row of {call.Table}"),
            AuthoredValue.Of(call, cell.Value, $"The value of {cell.Column} in a row of {call.Table}"))).ToValueList();
        return values.Count > 0 ? values : throw call.Error($"A row of {call.Table} has no columns.", "Write its columns as properties: new { name = \"admin\" }.");
    }

    /// <summary>The columns and values of several rows.</summary>
    /// <exception cref="GodwitException">There are none, or they do not have the same columns.</exception>
    internal static (ValueList<string> Columns, ValueList<ValueList<object?>> Rows) Of(TableCall call, IEnumerable<object> rows)
    {
        var cells = rows.Select(row => Of(call, row)).ToArray();
        if (cells.Length == 0) throw call.Error($"No rows are put into {call.Table}.", "Give one at least, or leave schema.Insert out.");
        var columns = cells[0].Select(cell => cell.Column).ToValueList();
        return (columns, cells.Select((row, index) => Ordered(call, columns, row, index + 1)).ToValueList());
    }

    private static ValueList<object?> Ordered(TableCall call, ValueList<string> columns, ValueList<ColumnValue> row, int number)
    {
        var values = row.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);
        if (row.Count != columns.Count || !columns.All(values.ContainsKey))
        {
            throw call.Error(
                $"Row {number} of those put into {call.Table} has the columns {string.Join(", ", values.Keys)}, and the first one {string.Join(", ", columns)}.",
                "Give all rows the same columns, or use one schema.Insert for each kind.");
        }

        return columns.Select(column => values[column]).ToValueList();
    }

    private static IEnumerable<(string Column, object? Value)> Cells(TableCall call, object row) => row switch
    {
        IReadOnlyDictionary<string, object?> dictionary => dictionary.Select(cell => (cell.Key, cell.Value)),
        IDictionary dictionary => dictionary.Cast<DictionaryEntry>().Select(cell => (cell.Key.ToString() ?? "", cell.Value)),
        null or string or IEnumerable => throw call.Error($"A row of {call.Table} is {AuthoredValue.Show(row)}.", "Write it as new { name = \"admin\" }."),
        _ => row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, property.GetValue(row))),
    };
}
