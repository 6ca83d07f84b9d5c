using System.Text.Json;
using Godwit.Adoption;

namespace Godwit.Cli.Rendering;

/// <summary>What there is to take over from a database, and what is done with it.</summary>
internal sealed class AdoptScreen(AdoptionPlan plan, string database) : Screen
{
    private const int Shown = 10;

    private bool isDone;
    private string? file;

    /// <summary>The same, once it is done.</summary>
    /// <param name="path">The baseline's file; null where none was written.</param>
    internal AdoptScreen Done(string? path) => new(plan, database) { isDone = true, file = path };

    /// <summary>Says beside the result what is going to be done.</summary>
    internal void Announce(Reporter reporter)
    {
        foreach (var line in Lines()) reporter.Note(line);
    }

    internal override void WriteText(TextOutput output)
    {
        if (!isDone)
        {
            foreach (var line in Lines()) output.Paragraph(line, 0);
            return;
        }

        if (file is not null) output.Line($"Created {file}", Style.Good);
        output.Line($"Recorded {Counting.Of(Recorded, "migration")} as applied.", Style.Good);
        output.Line("Next:");
        output.Line("  godwit status", Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("adopted", isDone);
        json.WriteString("tool", plan.History?.Tool);
        json.WriteString("table", plan.History?.Table);
        json.WriteString("keptAs", plan.KeptAs);
        json.WriteStartArray("recorded");
        foreach (var migration in plan.Recorded) json.WriteStringValue(migration.Id.Text);
        json.WriteEndArray();
        json.WriteStartArray("withoutFile");
        foreach (var entry in plan.WithoutFile) json.WriteStringValue(entry.Name);
        json.WriteEndArray();
        json.WriteStartArray("pending");
        foreach (var id in plan.Pending) json.WriteStringValue(id.Text);
        json.WriteEndArray();
        json.WriteStartArray("otherSchemas");
        foreach (var schema in plan.OtherSchemas) json.WriteStringValue(schema);
        json.WriteEndArray();
        WriteBaseline(json);
    }

    private void WriteBaseline(Utf8JsonWriter json)
    {
        if (plan.Baseline is not { } baseline)
        {
            json.WriteNull("baseline");
            return;
        }

        json.WriteStartObject("baseline");
        json.WriteString("file", file);
        json.WriteNumber("tables", baseline.Tables);
        json.WriteNumber("operations", baseline.Operations.Count);
        json.WriteStartArray("notes");
        foreach (var note in baseline.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private int Recorded => plan.Baseline is null ? plan.Recorded.Length : 1;

    private IEnumerable<string> Lines()
    {
        yield return $"Found in {database}:";
        yield return plan.History is { } history
            ? $"- the history of {history.Tool} in {history.Table}: {Counting.Of(history.Entries.Length, "migration")}"
            : "- no history of another tool";
        if (plan.Baseline is { } content) yield return $"- {Counting.Of(content.Tables, "table")}, and no migration in this project";
        yield return "This will be done:";
        if (plan.KeptAs is { } kept) yield return $"- rename the table {plan.History!.Table} to {kept}, because Godwit keeps its own history in {plan.History.Table}";
        else if (plan.History is { } left) yield return $"- leave the table {left.Table} as it is";
        if (plan.Baseline is { } baseline)
        {
            yield return $"- write one migration that creates all this, in {Counting.Of(baseline.Operations.Count, "step")}, and record it as applied";
            foreach (var note in baseline.Notes) yield return $"- it leaves out: {note}";
            foreach (var schema in plan.OtherSchemas) yield return $"- it leaves out: the schema {schema}. Take it over as well with --schema {schema}.";
            yield break;
        }

        yield return $"- record {Counting.Of(plan.Recorded.Length, "migration")} as applied";
        foreach (var line in Listed("has no file here, so that a new database will lack what it did", [.. plan.WithoutFile.Select(entry => entry.Name)])) yield return line;
        foreach (var line in Listed("stays pending", [.. plan.Pending.Select(id => id.Text)])) yield return line;
    }

    private static IEnumerable<string> Listed(string what, string[] names) =>
        names.Take(Shown).Select(name => $"- {name} {what}").Concat(names.Length > Shown ? [$"- … and {names.Length - Shown} more of these"] : []);
}
