using System.Text.Json;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Seeding;

namespace Godwit.Cli.Rendering;

/// <summary>What a run did.</summary>
internal sealed class RunScreen(RunResult result, SeedResult? seeded = null) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        WriteRun(output);
        if (seeded is not null) new SeedScreen(seeded).WriteText(output);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("direction", CodeText.Of(result.Plan.Direction));
        if (result.Batch is { } batch) json.WriteNumber("batch", batch);
        json.WriteStartArray("completed");
        foreach (var step in result.Completed)
        {
            json.WriteStartObject();
            json.WriteString("migration", step.Id);
            json.WriteString("action", CodeText.Of(step.Action));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (seeded is not null) new SeedScreen(seeded).WriteJson(json);
        FindingsJson.Write(json, result.Plan.Findings);
    }

    private void WriteRun(TextOutput output)
    {
        var down = result.Plan.Direction is Direction.Down;
        if (result.Completed.IsEmpty)
        {
            output.Line(result.Plan.IsEmpty ? (down ? "Nothing to undo." : "Nothing to apply: the database is up to date.") : "Nothing to do: another run has just done it.");
            return;
        }

        var succeeded = result.Completed.Count(step => step.Action is StepAction.Succeed);
        var count = Counting.Of(result.Completed.Length - succeeded, "migration");
        if (result.Completed.Length > succeeded) output.Line(down ? $"Rolled back {count}." : $"Applied {count} in batch {result.Batch}.", Style.Good);
        if (succeeded > 0) output.Line($"Recorded {Counting.Of(succeeded, "baseline")} for migrations that are already applied; nothing was run.", Style.Good);
    }
}
