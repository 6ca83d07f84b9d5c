using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>What was repaired by itself, and what needs a person.</summary>
internal sealed class RepairScreen(IReadOnlyList<MigrationStanding> repaired, IReadOnlyList<MigrationStanding> left) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var migration in repaired) output.Line((migration.Id.Text, Style.Plain), ("  accepted: only comments, whitespace or the down were changed", Style.Good));
        foreach (var migration in left)
        {
            var (word, style) = StatusScreen.Word(migration.Standing);
            output.Line((migration.Id.Text, Style.Plain), ("  " + word, style), ("  " + Way(migration), Style.Hint));
        }

        if (repaired.Count + left.Count == 0) output.Line("There is nothing to repair.", Style.Good);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        Write(json, "repaired", repaired);
        Write(json, "left", left);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<MigrationStanding> migrations)
    {
        json.WriteStartArray(name);
        foreach (var migration in migrations) MigrationJson.Write(json, migration);
        json.WriteEndArray();
    }

    private static string Way(MigrationStanding migration) => migration.Standing switch
    {
        Standing.Edited => $"godwit repair {migration.Id} says what the edit changes",
        Standing.Missing => $"godwit repair {migration.Id} forgets it",
        _ => $"godwit migrate continues it; godwit repair {migration.Id} --done or --retry decides",
    };
}
