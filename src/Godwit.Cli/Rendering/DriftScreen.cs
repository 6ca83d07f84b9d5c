using System.Text.Json;
using Godwit.Drift;

namespace Godwit.Cli.Rendering;

/// <summary>Whether models, migrations and database agree.</summary>
internal sealed class DriftScreen(DriftReport report) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var comparison in report.Comparisons)
        {
            if (comparison.Difference.IsEmpty)
            {
                output.Line(Agreement(comparison), Style.Good);
                DifferenceText.WriteUnread(output, comparison.Unread);
                continue;
            }

            output.Line($"{Heading(comparison)}:", Style.Strong);
            DifferenceText.Write(output, comparison.Difference, comparison.Undecided);
            DifferenceText.WriteUnread(output, comparison.Unread);
            output.Paragraph(Advice(comparison), 2, Style.Hint);
        }

        if (!report.Pending.IsEmpty) output.Paragraph($"{Counting.Of(report.Pending.Length, "migration")} pending: {string.Join(", ", report.Pending)}. Apply: godwit migrate", 0, Style.Warning);
        if (report.Comparisons.IsEmpty && report.Pending.IsEmpty) output.Paragraph("There are neither migrations nor models, so there is nothing to compare the database with.", 0);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("clean", report.IsClean);
        DifferenceText.Texts(json, "pending", report.Pending);
        json.WriteStartArray("comparisons");
        foreach (var comparison in report.Comparisons)
        {
            json.WriteStartObject();
            json.WriteString("actual", CodeText.Of(comparison.Actual));
            json.WriteString("expected", CodeText.Of(comparison.Expected));
            json.WriteBoolean("same", comparison.Difference.IsEmpty);
            DifferenceText.WriteJson(json, comparison.Difference, comparison.Undecided, comparison.Unread);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Agreement(DriftComparison comparison) => (comparison.Actual, comparison.Expected) switch
    {
        (DriftSide.Database, DriftSide.Migrations) => "The database is what its migrations make.",
        (DriftSide.Migrations, _) => "The migrations make what the models say.",
        _ => "The database is what the models say.",
    };

    private static string Heading(DriftComparison comparison) => (comparison.Actual, comparison.Expected) switch
    {
        (DriftSide.Database, DriftSide.Migrations) => "The database is not what its migrations make; to be so, it lacks",
        (DriftSide.Migrations, _) => "The migrations do not make what the models say; to do so, they lack",
        _ => "The database is not what the models say; to be so, it lacks",
    };

    private static string Advice(DriftComparison comparison) => comparison.Expected is DriftSide.Models
        ? "Write the migration: godwit revision -m \"…\" --autogenerate"
        : "Somebody changed it by hand, or edited an applied migration. Write a migration for what is to stay, and take the rest back.";
}
