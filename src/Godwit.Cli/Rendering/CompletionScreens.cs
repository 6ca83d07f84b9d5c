using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>The words that can come next, one on each line.</summary>
internal sealed class CandidatesScreen(IReadOnlyList<string> candidates) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var candidate in candidates) output.Line(candidate);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("candidates");
        foreach (var candidate in candidates) json.WriteStringValue(candidate);
        json.WriteEndArray();
    }
}

/// <summary>A script for a shell.</summary>
internal sealed class ScriptScreen(string script) : Screen
{
    internal override void WriteText(TextOutput output) => output.Line(script.TrimEnd('\n'));

    internal override void WriteJson(Utf8JsonWriter json) => json.WriteString("script", script);
}

/// <summary>A file was written for a shell to find.</summary>
internal sealed class InstalledScreen(string path, string then) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        output.Line(($"Wrote {path}", Style.Good));
        output.Paragraph(then, 0, Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("file", path);
        json.WriteString("next", then);
    }
}
