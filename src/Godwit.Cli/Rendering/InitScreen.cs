using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>What a new project has, and what to type next.</summary>
internal sealed class InitScreen(IReadOnlyList<string> written, bool hasGuessedConnection) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (written.Count == 0) output.Line("Everything already exists.");
        foreach (var file in written) output.Line(("  created ", Style.Good), (file, Style.Plain));
        output.Line();
        if (hasGuessedConnection)
        {
            output.Paragraph("Set the user, server and database in godwit.json, and the password in .env (DB_PASSWORD=…).", 0);
            output.Line();
        }

        output.Line("Next:");
        if (hasGuessedConnection) output.Line("  godwit doctor", Style.Hint);
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
