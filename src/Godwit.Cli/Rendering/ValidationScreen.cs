using System.Text.Json;
using Godwit.Execution;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>Findings about migrations, then how many.</summary>
internal sealed class ValidationScreen(Validation validation) : Screen
{
    private int Errors => validation.Findings.Count(finding => finding.Severity is Severity.Error);

    private int Warnings => validation.Findings.Count(finding => finding.Severity is Severity.Warning);

    internal override void WriteText(TextOutput output)
    {
        foreach (var finding in validation.Findings)
        {
            var style = finding.Severity is Severity.Error ? Style.Bad : Style.Warning;
            output.Line(($"{CodeText.Of(finding.Severity)} ", style), (CodeText.Of(finding.Code), Style.Faint));
            if (finding.Location is { } location) output.Line("  " + location, Style.Strong);
            output.Paragraph(finding.Message, 2);
            output.Paragraph(finding.Remedy, 2, Style.Hint);
            output.Line();
        }

        var migrations = Counting.Of(validation.Survey.Migrations.Length, "migration");
        if (validation.Findings.IsEmpty) output.Line($"{migrations}: no problems.", Style.Good);
        else output.Line($"{migrations}: {Counting.Of(Errors, "error")}, {Counting.Of(Warnings, "warning")}.", Errors > 0 ? Style.Bad : Style.Warning);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("valid", !validation.HasErrors);
        json.WriteNumber("checked", validation.Survey.Migrations.Length);
        json.WriteNumber("errors", Errors);
        json.WriteNumber("warnings", Warnings);
        FindingsJson.Write(json, validation.Findings);
    }
}
