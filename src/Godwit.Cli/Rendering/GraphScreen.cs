using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>All migrations as a tree, the newest on top, each beside the line that leads to what it builds on.</summary>
internal sealed class GraphScreen(Survey survey) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (!survey.History.Installed) output.Paragraph(Hints.NotInstalled, 0, Style.Warning);
        var graph = survey.Graph;
        if (graph.Order.IsEmpty)
        {
            output.Paragraph(Hints.NoMigrations, 0);
            return;
        }

        var heads = graph.Heads;
        var lanes = new GraphLanes();
        foreach (var id in graph.Order.Reverse())
        {
            var (before, prefix, after) = lanes.Next(id, graph.ParentsOf(id));
            if (before is not null) output.Line(before, Style.Faint);
            var migration = survey.Find(id)!;
            var (word, style) = StatusScreen.Word(migration.Standing);
            var batch = migration.Applied is { } row ? $" in batch {row.Batch.ToString(null, null)}" : "";
            var tags = migration is { Problem: null, Source: not null, Script.Tags: { IsEmpty: false } names } ? $"  [{string.Join(", ", names)}]" : "";
            output.Line((prefix, Style.Faint), (" " + id.Text, Style.Plain), ($"  {word}{batch}", style), (heads.Contains(id) ? "  head" : "", Style.Hint), (tags, Style.Hint));
            if (after is not null) output.Line(after, Style.Faint);
        }
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("installed", survey.History.Installed);
        var graph = survey.Graph;
        json.WriteStartArray("graph");
        foreach (var id in graph.Order)
        {
            var migration = survey.Find(id)!;
            json.WriteStartObject();
            json.WriteString("migration", id.Text);
            json.WriteString("status", CodeText.Of(migration.Standing));
            if (migration.Applied is { } row) json.WriteNumber("batch", row.Batch);
            json.WriteStartArray("parents");
            foreach (var parent in graph.ParentsOf(id)) json.WriteStringValue(parent.Text);
            json.WriteEndArray();
            json.WriteBoolean("head", graph.ChildrenOf(id).IsEmpty);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
