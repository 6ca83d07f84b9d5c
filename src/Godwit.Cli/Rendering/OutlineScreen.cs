using System.Collections.Immutable;
using System.Text.Json;
using Godwit.Execution;

namespace Godwit.Cli.Rendering;

/// <summary>A migration's statements, in the transactions they will run in.</summary>
internal sealed class OutlineScreen(MigrationOutline outline) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        output.Line(outline.Id.Text, Style.Strong);
        output.Line("  " + outline.Path, Style.Faint);
        Side(output, "up", outline.Up);
        if (outline.Down is { } down) Side(output, "down", down);
        else output.Line("no down: it cannot be undone", Style.Warning);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("migration", outline.Id.Text);
        json.WriteString("file", outline.Path);
        json.WriteString("checksum", outline.Checksum.Text);
        Side(json, "up", outline.Up);
        if (outline.Down is { } down) Side(json, "down", down);
        else json.WriteNull("down");
    }

    private static void Side(TextOutput output, string name, ImmutableArray<Segment> segments)
    {
        output.Line();
        output.Line(segments.IsEmpty ? $"{name}: no statement" : $"{name}: {Parts(segments)}", Style.Strong);
        foreach (var segment in segments)
        {
            if (segments.Length > 1) output.Line("  " + Mode(segment), Style.Faint);
            foreach (var statement in segment.Statements)
            {
                output.Line("  " + statement.Location, Style.Hint);
                foreach (var line in statement.Text.Split('\n')) output.Line("    " + line.TrimEnd());
            }
        }
    }

    private static string Parts(ImmutableArray<Segment> segments)
    {
        var many = Counting.Of(segments.Sum(segment => segment.Statements.Length), "statement");
        return segments is [var only]
            ? $"{many} {(only.Mode is SegmentMode.Transaction ? "in one transaction" : Mode(only))}"
            : $"{many} in {Counting.Of(segments.Length, "part")}, each journaled";
    }

    private static string Mode(Segment segment) => segment.Mode switch
    {
        SegmentMode.Transaction => "in a transaction",
        SegmentMode.OwnTransaction => "in the transaction that the script itself writes",
        _ => "outside any transaction",
    };

    private static void Side(Utf8JsonWriter json, string name, ImmutableArray<Segment> segments)
    {
        json.WriteStartArray(name);
        foreach (var segment in segments)
        {
            json.WriteStartObject();
            json.WriteString("mode", CodeText.Of(segment.Mode));
            json.WriteStartArray("statements");
            foreach (var statement in segment.Statements)
            {
                json.WriteStartObject();
                json.WriteString("file", statement.Location!.Path);
                json.WriteNumber("line", statement.Location.Line);
                json.WriteNumber("column", statement.Location.Column);
                json.WriteString("sql", statement.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
