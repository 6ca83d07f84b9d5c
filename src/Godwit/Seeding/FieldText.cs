using System.Globalization;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>Values as files write them.</summary>
internal static class FieldText
{
    /// <summary>The value that a text says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What the column holds.</param>
    /// <exception cref="FormatException">It says none of that kind.</exception>
    internal static object Value(string text, ValueKind kind)
    {
        var culture = CultureInfo.InvariantCulture;
        return kind.Family switch
        {
            ValueFamily.Integer or ValueFamily.Year => long.TryParse(text, NumberStyles.Integer, culture, out var number) ? number
                : ulong.TryParse(text, NumberStyles.Integer, culture, out var large) ? large : throw Not("a whole number"),
            ValueFamily.Decimal => decimal.TryParse(text, NumberStyles.Float, culture, out var number) ? number : throw Not("a number"),
            ValueFamily.Floating => double.TryParse(text, NumberStyles.Float, culture, out var number) ? number : throw Not("a number"),
            ValueFamily.Boolean => Truth(text) ?? throw Not("true or false"),
            ValueFamily.Date => DateOnly.TryParse(text, culture, out var day) ? day : throw Not("a date such as 2026-01-31"),
            ValueFamily.DateTime => Moment(text) ?? throw Not("a date and time such as 2026-01-31 13:45:00"),
            ValueFamily.Time => TimeOnly.TryParse(text, culture, out var time) ? time : throw Not("a time such as 13:45:00"),
            ValueFamily.Uuid => Guid.TryParse(text, out var id) ? id : throw Not("a UUID"),
            ValueFamily.Bytes => Bytes(text) ?? throw Not(@"bytes in hexadecimal digits, such as \x00ff"),
            _ => text,
        };

        FormatException Not(string what) => new($"'{Shortened.Text(text, 40)}' is not {what}.");
    }

    private static bool? Truth(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "T" or "YES" or "Y" or "1" or "ON" => true,
        "FALSE" or "F" or "NO" or "N" or "0" or "OFF" => false,
        _ => null,
    };

    // One that says its distance from universal time is a moment; the others are what they say.
    private static object? Moment(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        return HasZone(text) ? moment : moment.DateTime;
    }

    private static bool HasZone(string text)
    {
        if (text.EndsWith('Z') || text.EndsWith('z')) return true;
        var time = text.IndexOf(':', StringComparison.Ordinal);
        return time >= 0 && text.AsSpan(time).IndexOfAny('+', '-') >= 0;
    }

    private static byte[]? Bytes(string text)
    {
        var digits = text.StartsWith(@"\x", StringComparison.Ordinal) || text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : text;
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
