using System.Globalization;
using System.Text.Json;
using Godwit.Schema;

namespace Godwit.Cli.Rendering;

/// <summary>Tables with the number of their columns, their rows and sizes; then totals.</summary>
internal sealed class TablesScreen(string database, DatabaseSchema schema, IReadOnlyDictionary<ObjectName, TableStatistics> statistics) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (schema.Tables.Count > 0) output.Table(Table());
        if (schema.Tables.Count > 0) output.Line();
        output.Paragraph($"{Totals()} in {database}", 0);
        if (schema.Tables.Any(one => statistics.GetValueOrDefault(one.Name)?.Rows is null))
            output.Paragraph("?: the database has not counted these rows yet. ANALYZE does.", 0, Style.Faint);
        if (schema.Unread.Count > 0) output.Paragraph("Also there: " + string.Join(", ", schema.Unread), 0, Style.Faint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("database", database);
        json.WriteStartArray("tables");
        foreach (var table in schema.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name.ToString());
            json.WriteNumber("columns", table.Columns.Count);
            StatisticsJson.Write(json, statistics.GetValueOrDefault(table.Name));
            if (table.Comment is not null) json.WriteString("comment", table.Comment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("views");
        foreach (var view in schema.Views) json.WriteStringValue(view.Name.ToString());
        json.WriteEndArray();
        json.WriteStartArray("unread");
        foreach (var unread in schema.Unread) json.WriteStringValue(unread);
        json.WriteEndArray();
    }

    private TextTable Table()
    {
        var hasComments = schema.Tables.Any(one => one.Comment is not null);
        Rendering.Column[] columns =
        [
            new("table", Importance.Essential), new("columns", Importance.Essential, Alignment.Right),
            new("rows", Importance.Essential, Alignment.Right), new("size", Importance.Essential, Alignment.Right),
        ];
        var table = new TextTable([.. columns, .. hasComments ? [new Rendering.Column("comment", Importance.Detail)] : Array.Empty<Rendering.Column>()]);
        foreach (var one in schema.Tables)
        {
            var known = statistics.GetValueOrDefault(one.Name);
            (string, Style)[] cells =
            [
                (one.Name.ToString(), Style.Plain), (one.Columns.Count.ToString(CultureInfo.InvariantCulture), Style.Plain), (Amount.Rows(known?.Rows), Style.Plain),
                (Amount.Bytes(known?.TotalBytes), Style.Plain), (one.Comment?.ReplaceLineEndings(" ") ?? "", Style.Faint),
            ];
            table.Add(hasComments ? cells : cells[..^1]);
        }

        return table;
    }

    private string Totals()
    {
        var parts = new List<string> { Counting.Of(schema.Tables.Count, "table") };
        Add(schema.Views.Count, "view");
        Add(schema.Sequences.Count, "sequence");
        Add(schema.Enums.Count, "enum");
        Add(schema.Routines.Count, "routine");
        Add(schema.Extensions.Count, "extension");
        return string.Join(", ", parts);

        void Add(int number, string noun)
        {
            if (number > 0) parts.Add(Counting.Of(number, noun));
        }
    }
}
