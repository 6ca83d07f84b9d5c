using System.Text;
using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>A failure: what failed, where, what has and has not happened, and what to do.</summary>
internal sealed class ErrorScreen(GodwitException failure) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        output.Line(("error ", Style.Bad), (CodeText.Of(failure.Code), Style.Faint));
        if (failure.Location is { } location) output.Line("  " + location, Style.Strong);
        output.Paragraph(failure.Message, 2);
        if (failure.State is { } state) output.Paragraph(state, 2);
        if (failure.Remedy is { } remedy) output.Paragraph(remedy, 2, Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("error");
        json.WriteString("code", CodeText.Of(failure.Code));
        json.WriteString("message", failure.Message);
        if (failure.Location is { } location)
        {
            json.WriteString("file", location.Path);
            json.WriteNumber("line", location.Line);
            json.WriteNumber("column", location.Column);
        }

        if (failure.State is { } state) json.WriteString("state", state);
        if (failure.Remedy is { } remedy) json.WriteString("remedy", remedy);
        json.WriteEndObject();
    }
}

/// <summary>The spelling of enum members on screens and in JSON: <c>EditedAfterApplied</c> is <c>edited-after-applied</c>.</summary>
internal static class CodeText
{
    internal static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
