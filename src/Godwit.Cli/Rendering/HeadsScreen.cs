using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>The migrations that nothing builds on.</summary>
internal sealed class HeadsScreen(MigrationStanding[] heads) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var head in heads) output.Line(head.Id.Text);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("heads");
        foreach (var head in heads)
        {
            json.WriteStartObject();
            json.WriteString("migration", head.Id.Text);
            json.WriteString("file", head.Source!.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
