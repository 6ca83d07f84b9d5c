using System.Globalization;
using System.Text.Json;
using Godwit.Formats;
using Godwit.Schema;

namespace Godwit.Cli.Rendering;

/// <summary>All about one table, and perhaps its first rows.</summary>
internal sealed class TableScreen(Table table, DatabaseSchema schema, TableStatistics? statistics, IReadOnlyList<ValueList<string?>>? rows) : Screen
{
    /// <summary>How many characters of a value are shown.</summary>
    internal const int WidestValue = 40;

    internal override void WriteText(TextOutput output)
    {
        var node = SchemaTree.Of(table);
        output.Line((node.Name, Style.Strong), (node.Detail.Length == 0 ? "" : "  " + node.Detail, Style.Faint));
        if (statistics is not null)
            output.Line($"{Amount.OfRows(statistics.Rows)}, {Amount.Bytes(statistics.DataBytes)} of data, {Amount.Bytes(statistics.IndexBytes)} of indexes", Style.Faint);
        output.Line();
        var groups = node.Children.GroupBy(child => child.Kind).ToArray();
        foreach (var group in groups) Group(output, group.Key, [.. group]);
        if (Referrers() is { Length: > 0 } referrers) Group(output, "referred to by", referrers);
        if (rows is not null) Rows(output, rows);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        StatisticsJson.Write(json, statistics);
        SchemaJson.Write(json, schema.Only(table.Name.ToString()));
        if (rows is null) return;
        json.WriteStartArray("data");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Count; i++) json.WriteString(table.Columns[i].Name, row[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Group(TextOutput output, string kind, SchemaNode[] nodes)
    {
        output.Line(kind, Style.Hint);
        var width = nodes.Max(node => node.Name.Length);
        foreach (var node in nodes) output.Line((width == 0 ? "" : "  " + node.Name.PadRight(width), Style.Plain), ("  " + node.Detail, Style.Faint));
        output.Line();
    }

    private SchemaNode[] Referrers() =>
    [
        .. from other in schema.Tables
           from key in other.ForeignKeys
           where key.ReferencedTable == table.Name && other.Name != table.Name
           select new SchemaNode("referred to by", other.Name.ToString(), string.Join(", ", key.Columns)),
    ];

    private void Rows(TextOutput output, IReadOnlyList<ValueList<string?>> sample)
    {
        if (sample.Count == 0)
        {
            output.Line("It has no rows.");
            return;
        }

        var shown = new TextTable(
            [.. table.Columns.Select((column, place) => new Column(column.Name, place == 0 ? Importance.Essential : Importance.Useful, AlignmentOf(sample, place)))]);
        foreach (var row in sample) shown.Add([.. row.Select(Cell)]);
        output.Table(shown);
    }

    // By what is there: what a type holds has another name on each database.
    private static Alignment AlignmentOf(IReadOnlyList<ValueList<string?>> sample, int place)
    {
        var values = sample.Select(row => row[place]).OfType<string>().ToArray();
        return values.Length > 0 && values.All(IsNumber) ? Alignment.Right : Alignment.Left;
    }

    private static bool IsNumber(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static (string Text, Style Style) Cell(string? value)
    {
        if (value is null) return ("NULL", Style.Faint);
        var line = string.Concat(value.Select(character => char.IsControl(character) ? '·' : character));
        return (line.Length > WidestValue ? line[..(WidestValue - 1)] + "…" : line, Style.Plain);
    }
}
