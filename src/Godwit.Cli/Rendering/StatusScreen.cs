using System.Globalization;
using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>Every migration with its standing, then totals.</summary>
internal sealed class StatusScreen(Survey survey, StatusFilter filter, Verbosity verbosity) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (!survey.History.Installed) output.Paragraph(Hints.NotInstalled, 0, Style.Warning);
        var shown = Shown().ToArray();
        if (shown.Length > 0) output.Table(verbosity is Verbosity.Verbose ? Detailed(shown) : Short(shown));
        foreach (var problem in Problems()) new ErrorScreen(problem).WriteText(output);
        if (shown.Length > 0 || Problems().Any()) output.Line();
        output.Paragraph(survey.Migrations.IsEmpty && survey.Problems.IsEmpty ? Hints.NoMigrations : Totals(), 0);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("installed", survey.History.Installed);
        json.WriteStartArray("migrations");
        foreach (var migration in Shown()) MigrationJson.Write(json, migration);
        json.WriteEndArray();
        json.WriteStartObject("totals");
        foreach (var standing in Enum.GetValues<Standing>()) json.WriteNumber(CodeText.Of(standing), Count(survey.Migrations, standing));
        json.WriteEndObject();
        json.WriteStartArray("problems");
        foreach (var problem in Problems())
        {
            json.WriteStartObject();
            new ErrorScreen(problem).WriteJson(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private IEnumerable<MigrationStanding> Shown() => survey.Migrations.Where(migration => filter switch
    {
        StatusFilter.Pending => migration.Standing is not (Standing.Applied or Standing.OtherEnvironment),
        StatusFilter.Executed => migration.Applied is not null,
        _ => true,
    });

    private IEnumerable<GodwitException> Problems() => Problems(survey);

    /// <summary>What is wrong with the files.</summary>
    internal static IEnumerable<GodwitException> Problems(Survey survey) =>
        survey.Problems.Concat(survey.Migrations.Where(migration => migration.Problem is not null).Select(migration => migration.Problem!));

    private static TextTable Short(MigrationStanding[] shown)
    {
        var table = new TextTable(new("migration", Importance.Essential), new("batch", Importance.Essential, Alignment.Right), new("status", Importance.Essential));
        foreach (var migration in shown) table.Add((migration.Id.Text, Style.Plain), (Batch(migration), Style.Faint), Word(migration.Standing));
        return table;
    }

    private static TextTable Detailed(MigrationStanding[] shown)
    {
        var table = new TextTable(
            new("migration", Importance.Essential), new("batch", Importance.Essential, Alignment.Right), new("status", Importance.Essential),
            new("applied at", Importance.Useful), new("took", Importance.Detail, Alignment.Right), new("by", Importance.Detail), new("checksum", Importance.Detail));
        foreach (var migration in shown)
        {
            var row = migration.Applied;
            table.Add((migration.Id.Text, Style.Plain), (Batch(migration), Style.Faint), Word(migration.Standing),
                (row is null ? "" : LocalTime.Of(row.ExecutedAt), Style.Plain), (row?.Duration is { } took ? Counting.Of(took) : "", Style.Faint),
                (row?.AppliedBy ?? "", Style.Faint), (ChecksumText.Short(row?.Checksum ?? migration.Checksum?.Text), Style.Faint));
        }

        return table;
    }

    // Those that are applied are one number, with what is odd about some of them; the others add up to the rest.
    private string Totals()
    {
        MigrationStanding[] applied = [.. survey.Migrations.Where(IsApplied)];
        MigrationStanding[] others = [.. survey.Migrations.Where(migration => !IsApplied(migration))];
        var odd = Counts(applied, Standing.Edited, Standing.Missing, Standing.Changed, Standing.Broken);
        var rest = Counts(others, Standing.Running, Standing.Failed, Standing.Broken, Standing.Succeeding, Standing.OtherEnvironment);
        return $"{applied.Length} applied{(odd.Length > 0 ? $" ({odd})" : "")}, {Count(others, Standing.Pending)} pending{(rest.Length > 0 ? ", " + rest : "")}";
    }

    // 1 edited, 2 file missing
    private static string Counts(MigrationStanding[] migrations, params ReadOnlySpan<Standing> standings)
    {
        var text = "";
        foreach (var standing in standings)
        {
            if (Count(migrations, standing) is > 0 and var number) text += $"{(text.Length > 0 ? ", " : "")}{number} {Word(standing).Text}";
        }

        return text;
    }

    private static int Count(IEnumerable<MigrationStanding> migrations, Standing standing)
    {
        var count = 0;
        foreach (var migration in migrations)
        {
            if (migration.Standing == standing) count++;
        }

        return count;
    }

    private static bool IsApplied(MigrationStanding migration) =>
        migration.Applied is not null && migration.Standing is not (Standing.Running or Standing.Failed);

    private static string Batch(MigrationStanding migration) => migration.Applied?.Batch.ToString(CultureInfo.InvariantCulture) ?? "";

    internal static (string Text, Style Style) Word(Standing standing) => standing switch
    {
        Standing.Applied => ("ran", Style.Good),
        Standing.Pending => ("pending", Style.Warning),
        Standing.Changed => ("changed", Style.Warning),
        Standing.Running => ("running or cut off", Style.Bad),
        Standing.Failed => ("failed half-way", Style.Bad),
        Standing.Edited => ("edited", Style.Bad),
        Standing.Missing => ("file missing", Style.Bad),
        Standing.Succeeding => ("stands for applied ones", Style.Warning),
        Standing.Replaced => ("ran, has a baseline", Style.Good),
        Standing.OtherEnvironment => ("other environment", Style.Faint),
        _ => ("broken", Style.Bad),
    };
}

/// <summary>Which migrations a status shows.</summary>
internal enum StatusFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those a run would do something about.</summary>
    Pending,

    /// <summary>Those in the history.</summary>
    Executed,
}
