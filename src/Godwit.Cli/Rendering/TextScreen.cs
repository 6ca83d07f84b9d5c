using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>A text in some format, as it is.</summary>
internal sealed class TextScreen(string format, string text) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n')) output.Line(line);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("format", format);
        json.WriteString("text", text);
    }
}
