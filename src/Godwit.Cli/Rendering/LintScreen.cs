using System.Text.Json;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Rendering;

/// <summary>What the safety rules find, each with its place, its reason and the corrected code.</summary>
internal sealed class LintScreen(SafetyReview review) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        Write(output, review.Findings);
        output.Line(Totals(), review.IsSafe ? Style.Good : Style.Bad);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("safe", review.IsSafe);
        WriteFindings(json, "findings", review);
    }

    /// <summary>The findings as a member of a JSON document.</summary>
    internal static void WriteFindings(Utf8JsonWriter json, string name, SafetyReview review)
    {
        json.WriteStartArray(name);
        foreach (var finding in review.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", CodeText.Of(finding.Severity));
            json.WriteString("title", finding.Title);
            json.WriteString("migration", finding.Migration);
            if (finding.Location is { } location)
            {
                json.WriteString("file", location.Path);
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
            }

            json.WriteString("message", finding.Message);
            json.WriteString("reason", finding.Reason);
            json.WriteString("remedy", finding.Remedy);
            json.WriteString("correction", finding.Correction);
            json.WriteString("allowed", finding.AllowedBecause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Findings for a person. What is allowed is a line only, and what holds for all findings of a rule is said at the first.</summary>
    internal static void Write(TextOutput output, IEnumerable<SafetyFinding> findings)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings) Write(output, finding, finding.AllowedBecause is null && said.Add(finding.Rule));
    }

    private static void Write(TextOutput output, SafetyFinding finding, bool isFirst)
    {
        var place = finding.Location?.ToString() ?? finding.Migration;
        if (finding.AllowedBecause is { } reason)
        {
            output.Line(("allowed ", Style.Faint), ($"{finding.Rule} {place}", Style.Faint));
            output.Paragraph($"{finding.Message} Allowed: {reason}", 2, Style.Faint);
            output.Line();
            return;
        }

        output.Line((CodeText.Of(finding.Severity) + " ", StyleOf(finding.Severity)), (finding.Rule, Style.Strong));
        output.Line("  " + place, Style.Strong);
        output.Paragraph(finding.Message, 2);
        if (isFirst) output.Paragraph(finding.Reason, 2, Style.Faint);
        if (isFirst) output.Paragraph(finding.Remedy, 2, Style.Hint);
        // code is not wrapped: it is there to be copied
        foreach (var line in finding.Correction?.Split('\n') ?? []) output.Line("      " + line);
        output.Line();
    }

    private string Totals()
    {
        var open = review.Findings.Where(finding => finding.AllowedBecause is null).ToArray();
        var allowed = review.Findings.Length - open.Length;
        string[] parts =
        [
            .. Part(open, Severity.Error, "error"), .. Part(open, Severity.Warning, "warning"), .. Part(open, Severity.Info, "remark"),
            .. allowed > 0 ? (string[])[$"{allowed} allowed"] : [],
        ];
        return parts.Length == 0 ? "No safety rule finds anything." : string.Join(", ", parts) + ".";
    }

    private static string[] Part(SafetyFinding[] findings, Severity severity, string word) =>
        findings.Count(finding => finding.Severity == severity) is > 0 and var count ? [Counting.Of(count, word)] : [];

    private static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Error => Style.Bad,
        Severity.Warning => Style.Warning,
        _ => Style.Hint,
    };
}
