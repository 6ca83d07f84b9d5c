using System.Text.Json;
using Godwit.Migrations;

namespace Godwit.Cli.Rendering;

/// <summary>The new places of migrations.</summary>
internal sealed class RebaseScreen(Rebase rebase) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (rebase.IsEmpty) output.Line("Nothing has to move.");
        foreach (var move in rebase.Moves.Where(move => !move.Id.Equals(move.Source.Id))) output.Line((move.Source.Id.Text, Style.Faint), (" -> ", Style.Faint), (move.Id.Text, Style.Good));
        foreach (var (from, to) in rebase.Parents) output.Line(("parent ", Style.Plain), (from, Style.Faint), (" -> ", Style.Faint), (to, Style.Good));
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("moves");
        foreach (var move in rebase.Moves)
        {
            json.WriteStartObject();
            json.WriteString("from", move.Source.Id.Text);
            json.WriteString("to", move.Id.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("parents");
        foreach (var (from, to) in rebase.Parents) json.WriteString(from, to);
        json.WriteEndObject();
    }
}
