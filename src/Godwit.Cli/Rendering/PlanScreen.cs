using System.Text.Json;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Rendering;

/// <summary>What a run is about to do, and what the safety rules think of it: what a person sees before being asked.</summary>
internal sealed class PlanScreen(Plan plan, SafetyReview review) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var step in plan.Steps) output.Line($"  {(step.Direction is Direction.Down ? "undo" : "apply")} {step.Id}");
        if (Shown().Any()) output.Line();
        LintScreen.Write(output, Shown());
    }

    internal override void WriteJson(Utf8JsonWriter json) => LintScreen.WriteFindings(json, "findings", review with { Findings = [.. Shown()] });

    // remarks are for those who write migrations, not for those who apply them
    private IEnumerable<SafetyFinding> Shown() => review.Findings.Where(finding => finding.Severity is not Severity.Info);
}
