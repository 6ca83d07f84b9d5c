using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>A script, as it is.</summary>
internal sealed class SqlScriptScreen(string script) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var line in script.TrimEnd('\n').Split('\n')) output.Line(line);
    }

    internal override void WriteJson(Utf8JsonWriter json) => json.WriteString("script", script);
}
