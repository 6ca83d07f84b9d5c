using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>What a new project has, and what to type next.</summary>
internal sealed class InitScreen(IReadOnlyList<string> written) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (written.Count == 0) output.Line("Everything is there already.");
        foreach (var file in written) output.Line(("  created ", Style.Good), (file, Style.Plain));
        output.Line();
        output.Line("Next:");
        output.Line("  godwit make:migration create_posts_table", Style.Hint);
        output.Line("  godwit migrate", Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("created");
        foreach (var file in written) json.WriteStringValue(file);
        json.WriteEndArray();
    }
}
