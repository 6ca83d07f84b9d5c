using System.Text.Json;
using Godwit.Comparison;

namespace Godwit.Cli.Rendering;

/// <summary>What leads from one schema to another.</summary>
internal sealed class DifferenceScreen(string from, string to, SchemaDifference difference, IReadOnlyList<string> undecided, IReadOnlyList<string> unread) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (difference.IsEmpty)
        {
            output.Line($"{from} and {to} have the same schema.", Style.Good);
            DifferenceText.WriteUnread(output, unread);
            return;
        }

        output.Line($"From {from} to {to}:");
        DifferenceText.Write(output, difference, undecided);
        DifferenceText.WriteUnread(output, unread);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("from", from);
        json.WriteString("to", to);
        json.WriteBoolean("same", difference.IsEmpty);
        DifferenceText.WriteJson(json, difference, difference.IsEmpty ? [] : undecided, unread);
    }
}
