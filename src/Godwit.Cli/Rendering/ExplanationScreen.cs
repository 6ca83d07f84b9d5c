using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>One code, explained.</summary>
internal sealed class ExplanationScreen(ExplainedCode one) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        output.Line(one.Code, Style.Strong);
        output.Paragraph(one.Explanation.Meaning, 2);
        output.Paragraph(one.Explanation.Cause, 2, Style.Faint);
        output.Paragraph(one.Explanation.Remedy, 2, Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json) => Write(json, one);

    internal static void Write(Utf8JsonWriter json, ExplainedCode one)
    {
        json.WriteString("code", one.Code);
        json.WriteString("meaning", one.Explanation.Meaning);
        json.WriteString("cause", one.Explanation.Cause);
        json.WriteString("remedy", one.Explanation.Remedy);
    }
}

/// <summary>All codes, each with its meaning.</summary>
internal sealed class CatalogueScreen(IReadOnlyList<ExplainedCode> all) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var one in all)
        {
            output.Line(one.Code, Style.Strong);
            output.Paragraph(one.Explanation.Meaning, 4);
        }
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("codes");
        foreach (var one in all)
        {
            json.WriteStartObject();
            ExplanationScreen.Write(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
