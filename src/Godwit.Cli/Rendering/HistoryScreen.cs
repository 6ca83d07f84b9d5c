using System.Globalization;
using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>What was applied, in the order of application.</summary>
internal sealed class HistoryScreen(Survey survey) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        var applied = survey.Applied.ToArray();
        if (applied.Length == 0)
        {
            output.Line(survey.History.Installed ? "Nothing is applied." : Hints.NotInstalled, Style.Faint);
            return;
        }

        var table = new TextTable(
            new("migration", Importance.Essential), new("batch", Importance.Essential, Alignment.Right), new("applied at", Importance.Useful),
            new("took", Importance.Detail, Alignment.Right), new("by", Importance.Detail));
        foreach (var migration in applied)
        {
            var row = migration.Applied!;
            table.Add((row.Id, Style.Plain), (row.Batch.ToString(CultureInfo.InvariantCulture), Style.Faint), (LocalTime.Of(row.ExecutedAt), Style.Plain),
                (row.Duration is { } took ? Counting.Of(took) : "", Style.Faint), (row.AppliedBy ?? "", Style.Faint));
        }

        output.Table(table);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("installed", survey.History.Installed);
        json.WriteStartArray("history");
        foreach (var migration in survey.Applied) MigrationJson.Write(json, migration);
        json.WriteEndArray();
    }
}
