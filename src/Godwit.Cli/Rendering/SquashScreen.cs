using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>What became of the migrations that were squashed, and what is to be thought of.</summary>
internal sealed class SquashScreen(SquashResult result, string file) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        output.Line($"Created {file}", Style.Good);
        output.Paragraph($"It stands for {Counting.Of(result.Replaced.Length, "migration")}, whose files are in the folder squashed beside it.", 0);
        foreach (var note in result.Notes) output.Paragraph(note, 0, Style.Warning);
        output.Line("Next:");
        output.Line("  godwit migrate", Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("file", result.File);
        json.WriteStartArray("replaced");
        foreach (var id in result.Replaced) json.WriteStringValue(id.Text);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in result.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var table in result.Rows)
        {
            json.WriteStartObject();
            json.WriteString("table", table.Table);
            json.WriteNumber("count", table.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
