using System.Text.Json;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Rendering;

/// <summary>Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which code hosts and editors read.</summary>
internal sealed class SarifScreen(SafetyReview review) : Screen
{
    internal override void WriteText(TextOutput output) => output.Line(JsonTextScreen.Text(this));

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Tool(json);
        json.WriteStartArray("results");
        foreach (var finding in review.Findings) Result(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Tool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "godwit");
        json.WriteString("version", History.GodwitVersion.Current);
        json.WriteStartArray("rules");
        foreach (var rule in review.Findings.DistinctBy(finding => finding.Rule))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Rule);
            Message(json, "shortDescription", rule.Title);
            Message(json, "fullDescription", rule.Reason);
            Message(json, "help", rule.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, SafetyFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteString("level", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        Message(json, "message", finding.Correction is null ? $"{finding.Message} {finding.Remedy}" : $"{finding.Message} {finding.Remedy}\n\n{finding.Correction}");
        if (finding.Location is { } location) Place(json, location);
        if (finding.AllowedBecause is { } reason)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, SourceLocation location)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", location.Path.Replace('\\', '/'));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Line);
        json.WriteNumber("startColumn", location.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
