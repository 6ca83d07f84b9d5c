using System.Text.Json;
using Godwit.Seeding;

namespace Godwit.Cli.Rendering;

/// <summary>What seeders did.</summary>
internal sealed class SeedScreen(SeedResult result) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        var ran = result.Seeders.Where(seeder => seeder.Outcome is SeedOutcome.Ran).ToArray();
        if (result.Seeders.IsEmpty) output.Paragraph("There are no seeders in database/seeders. godwit make:seeder writes one.", 0);
        else if (ran.Length == 0) output.Paragraph("Nothing to seed: the seeders that run once have been run.", 0);
        else output.Line($"Seeded {Counting.Of(result.Rows, "row")} with {Counting.Of(ran.Length, "seeder")}.", Style.Good);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("seeded");
        foreach (var seeder in result.Seeders)
        {
            json.WriteStartObject();
            json.WriteString("seeder", seeder.Name);
            json.WriteString("outcome", CodeText.Of(seeder.Outcome));
            json.WriteNumber("rows", seeder.Rows);
            json.WriteNumber("milliseconds", (long)seeder.Elapsed.TotalMilliseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
