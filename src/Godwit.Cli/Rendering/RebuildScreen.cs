using System.Text.Json;
using Godwit.Seeding;

namespace Godwit.Cli.Rendering;

/// <summary>A database that was taken down and set up again.</summary>
internal sealed class RebuildScreen(Demolition demolition, int before, RunResult applied, SeedResult? seeded) : Screen
{
    private readonly RunScreen run = new(applied, seeded);

    internal override void WriteText(TextOutput output)
    {
        output.Line(demolition is Demolition.Wipe ? $"Dropped {Counting.Of(before, "object")}." : $"Rolled back {Counting.Of(before, "migration")}.", Style.Good);
        run.WriteText(output);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteNumber(demolition is Demolition.Wipe ? "dropped" : "rolledBack", before);
        run.WriteJson(json);
    }
}

/// <summary>How a database was taken down.</summary>
internal enum Demolition
{
    /// <summary>By undoing its migrations.</summary>
    Reset,

    /// <summary>By dropping what was there.</summary>
    Wipe,
}
