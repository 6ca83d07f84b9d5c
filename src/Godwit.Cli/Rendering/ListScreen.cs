using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>Ids, one on each line: what other programs can read without more ado.</summary>
internal sealed class ListScreen(string name, Survey survey, MigrationStanding[] migrations) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var migration in migrations) output.Line(migration.Id.Text);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("installed", survey.History.Installed);
        json.WriteStartArray(name);
        foreach (var migration in migrations) MigrationJson.Write(json, migration);
        json.WriteEndArray();
    }
}
