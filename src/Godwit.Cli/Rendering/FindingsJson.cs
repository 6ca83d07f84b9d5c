using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>Findings as a member of a JSON document.</summary>
internal static class FindingsJson
{
    internal static void Write(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", CodeText.Of(finding.Severity));
            json.WriteString("code", CodeText.Of(finding.Code));
            json.WriteString("message", finding.Message);
            json.WriteString("remedy", finding.Remedy);
            if (finding.Location is { } location)
            {
                json.WriteString("file", location.Path);
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
