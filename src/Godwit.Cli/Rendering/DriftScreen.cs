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

        if (!report.Pending.IsEmpty) output.Paragraph($"{Counting.Of(report.Pending.Length, "migration")} pending: {string.Join(", ", report.Pending)}. godwit migrate applies them.", 0, Style.Warning);
        if (report.Comparisons.IsEmpty && report.Pending.IsEmpty) output.Paragraph("There are no migrations and no models to compare the database with.", 0);
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
        (DriftSide.Database, DriftSide.Migrations) => "The database matches its migrations.",
        (DriftSide.Migrations, _) => "The migrations match the models.",
        _ => "The database matches the models.",
    };

    private static string Heading(DriftComparison comparison) => (comparison.Actual, comparison.Expected) switch
    {
        (DriftSide.Database, DriftSide.Migrations) => "The database does not match its migrations. To match, it needs",
        (DriftSide.Migrations, _) => "The migrations do not match the models. To match, they need",
        _ => "The database does not match the models. To match, it needs",
    };

    private static string Advice(DriftComparison comparison) => comparison.Expected is DriftSide.Models
        ? "Write the migration: godwit revision -m \"…\" --autogenerate"
        : "It was changed by hand, or an applied migration was edited. Write a migration for what should stay, and undo the rest.";
}
