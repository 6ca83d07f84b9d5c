using System.Collections.Immutable;
using System.Text.Json;
using Godwit.Execution;

namespace Godwit.Cli.Rendering;

/// <summary>How single migrations came out, as it is found.</summary>
internal sealed class ReversalScreen(ImmutableArray<ReversalResult> results) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var result in results) Write(output, result);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("tested");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("migration", result.Migration);
            json.WriteString("file", result.Path);
            json.WriteString("outcome", CodeText.Of(result.Outcome));
            json.WriteStartArray("differences");
            foreach (var line in result.Differences) json.WriteStringValue(line);
            json.WriteEndArray();
            if (result.Error is { } error) new ErrorScreen(error).WriteJson(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(TextOutput output, ReversalResult result)
    {
        var style = result.IsSound ? (result.Outcome is ReversalOutcome.NoDown ? Style.Warning : Style.Good) : Style.Bad;
        output.Line(("  " + Words(result.Outcome) + " ", style), (result.Migration, Style.Plain), ("  " + Counting.Of(result.Elapsed), Style.Faint));
        foreach (var line in result.Differences) output.Line("    " + line);
        if (result.Error is { } error) new ErrorScreen(error).WriteText(output);
    }

    private static string Words(ReversalOutcome outcome) => outcome switch
    {
        ReversalOutcome.Reverses => "reverses",
        ReversalOutcome.NoDown => "has no down",
        ReversalOutcome.UpFailed => "cannot be applied",
        ReversalOutcome.DownFailed => "cannot be undone",
        ReversalOutcome.DownDiffers => "undone, but not as before",
        ReversalOutcome.SecondUpFailed => "cannot be applied again",
        _ => "applied again, but not as before",
    };
}

/// <summary>The sum of it.</summary>
internal sealed class ReversalTotals(ImmutableArray<ReversalResult> results) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        var reverse = results.Count(result => result.Outcome is ReversalOutcome.Reverses);
        var none = results.Count(result => result.Outcome is ReversalOutcome.NoDown);
        var bad = results.Length - reverse - none;
        if (results.IsEmpty)
        {
            output.Line("There are no migrations to test.");
            return;
        }

        string[] parts =
        [
            .. reverse > 0 ? (string[])[$"{reverse} {(reverse == 1 ? "reverses" : "reverse")}"] : [],
            .. none > 0 ? (string[])[$"{none} {(none == 1 ? "has" : "have")} no down"] : [],
            .. bad > 0 ? (string[])[$"{bad} {(bad == 1 ? "does" : "do")} not reverse"] : [],
        ];
        output.Line($"{Counting.Of(results.Length, "migration")}: {string.Join(", ", parts)}.", bad > 0 ? Style.Bad : Style.Good);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("reversible", results.All(result => result.IsSound));
        new ReversalScreen(results).WriteJson(json);
    }
}
