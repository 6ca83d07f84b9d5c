using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>One sentence; for programs, a few named values.</summary>
internal sealed class MessageScreen(string text, params (string Name, string Value)[] values) : Screen
{
    internal override void WriteText(TextOutput output) => output.Paragraph(text, 0);

    internal override void WriteJson(Utf8JsonWriter json)
    {
        foreach (var (name, value) in values)
        {
            if (bool.TryParse(value, out var truth)) json.WriteBoolean(name, truth);
            else if (long.TryParse(value, out var number)) json.WriteNumber(name, number);
            else json.WriteString(name, value);
        }
    }
}
