using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>What a stamp wrote into the history.</summary>
internal sealed class StampScreen(Stamp stamp) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (stamp.IsEmpty)
        {
            output.Line("Nothing to do: the history already says so.");
            return;
        }

        foreach (var id in stamp.Removed) output.Line(("  - ", Style.Warning), (id, Style.Plain));
        foreach (var migration in stamp.Recorded) output.Line(("  + ", Style.Good), (migration.Id.Text, Style.Plain));
        var recorded = $"Recorded {Counting.Of(stamp.Recorded.Length, "migration")} as applied";
        var removed = $"{(stamp.Recorded.IsEmpty ? "Took" : "took")} {Counting.Of(stamp.Removed.Length, "row")} out of the history";
        var did = stamp.Removed.IsEmpty ? recorded : stamp.Recorded.IsEmpty ? removed : $"{recorded}, {removed}";
        output.Paragraph($"{did}. Nothing was run.", 0, Style.Good);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("recorded");
        foreach (var migration in stamp.Recorded) json.WriteStringValue(migration.Id.Text);
        json.WriteEndArray();
        json.WriteStartArray("removed");
        foreach (var id in stamp.Removed) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
