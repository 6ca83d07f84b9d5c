using System.Globalization;
using System.Text;

namespace Godwit.Writing;

/// <summary>Values as C# writes them.</summary>
internal static class CSharpLiteral
{
    internal static string Of(object? value) => value switch
    {
        null => "null",
        string text => Text(text),
        bool truth => truth ? "true" : "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        double number => Floating(number),
        float number => Floating(number) + "f",
        long number => number.ToString(CultureInfo.InvariantCulture) + (number is > int.MaxValue or < int.MinValue ? "L" : ""),
        Guid id => $"Guid.Parse({Text(id.ToString())})",
        DateOnly day => $"new DateOnly({day.Year}, {day.Month}, {day.Day})",
        TimeOnly time => $"new TimeOnly({time.Ticks}L)",
        TimeSpan time => $"new TimeSpan({time.Ticks}L)",
        DateTime moment => $"new DateTime({moment.Ticks}L, DateTimeKind.{moment.Kind})",
        DateTimeOffset moment => $"new DateTimeOffset({moment.Ticks}L, new TimeSpan({moment.Offset.Ticks}L))",
        byte[] bytes => $"Convert.FromHexString({Text(Convert.ToHexString(bytes))})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? ""),
    };

    /// <summary>Texts, separated by commas.</summary>
    internal static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));

    /// <summary>A text: on one line where it is one, between three quotes where it has several.</summary>
    internal static string Text(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal)) return Raw(text);
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append(@"\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\u0085' => result.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => result.Append(character),
            };
        }

        return result.Append('"').ToString();
    }

    private static string Floating(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string Raw(string text)
    {
        var quotes = "\"\"\"";
        while (text.Contains(quotes, StringComparison.Ordinal)) quotes += "\"";
        return $"{quotes}\n{string.Join('\n', text.Split('\n').Append(quotes).Select(line => line.Length == 0 ? "" : "    " + line))}";
    }
}
