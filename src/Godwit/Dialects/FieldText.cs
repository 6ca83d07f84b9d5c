using System.Buffers;
using System.Globalization;
using Godwit.Schema;

namespace Godwit.Dialects;

/// <summary>Values as files write them.</summary>
internal static class FieldText
{
    private const int DigitsOfADecimal = 28;

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // a boxed value for all rows
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>The value that a text says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What the column holds.</param>
    /// <exception cref="FormatException">It says none of that kind.</exception>
    internal static object Value(ReadOnlySpan<char> text, ValueKind kind)
    {
        var culture = CultureInfo.InvariantCulture;
        return kind.Family switch
        {
            ValueFamily.Integer or ValueFamily.Year => TryInteger(text, out var number) ? number
                : ulong.TryParse(text, NumberStyles.Integer, culture, out var large) ? large : throw Not(text, "a whole number"),
            ValueFamily.Decimal => Exact(text) ?? throw Not(text, "a number"),
            ValueFamily.Floating => TryFloating(text, out var number) ? number : throw Not(text, "a number"),
            ValueFamily.Boolean => Truth(text) ?? throw Not(text, "true or false"),
            ValueFamily.Date => DateOnly.TryParse(text, culture, out var day) ? day : throw Not(text, "a date such as 2026-01-31"),
            ValueFamily.DateTime => Moment(text) ?? throw Not(text, "a date and time such as 2026-01-31 13:45:00"),
            ValueFamily.Time => TimeOnly.TryParse(text, culture, out var time) ? time : throw Not(text, "a time such as 13:45:00"),
            ValueFamily.Uuid => Guid.TryParse(text, out var id) ? id : throw Not(text, "a UUID"),
            ValueFamily.Bytes => Bytes(text) ?? throw Not(text, @"bytes in hexadecimal digits, such as \x00ff"),
            _ => text.ToString(),
        };
    }

    internal static bool TryInteger(ReadOnlySpan<char> text, out long number) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    internal static bool TryFloating(ReadOnlySpan<char> text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static FormatException Not(ReadOnlySpan<char> text, string what) => new($"'{Shortened.Text(text.ToString(), 40)}' is not {what}.");

    // A number that a decimal may not keep to the last digit stays the text that it is: the database reads all of it.
    private static object? Exact(ReadOnlySpan<char> text)
    {
        if (text.Length <= DigitsOfADecimal && text.IndexOfAny('e', 'E') < 0 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        return TryFloating(text, out var any) && double.IsFinite(any) ? text.Trim().ToString() : null;
    }

    private static object? Truth(ReadOnlySpan<char> text) => text switch
    {
        "1" => True,
        "0" => False,
        _ => text.ToString().ToUpperInvariant() switch
        {
            "TRUE" or "T" or "YES" or "Y" or "ON" => True,
            "FALSE" or "F" or "NO" or "N" or "OFF" => False,
            _ => null,
        },
    };

    // One that says its distance from universal time is a moment; the others are what they say.
    private static object? Moment(ReadOnlySpan<char> text)
    {
        if (IsoMoment.TryRead(text, out var said)) return said;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        return HasZone(text) ? moment : moment.DateTime;
    }

    private static bool HasZone(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase)) return true;
        var time = text.IndexOf(':');
        return time >= 0 && text[time..].IndexOfAny('+', '-') >= 0;
    }

    private static byte[]? Bytes(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith(@"\x", StringComparison.Ordinal) || text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : text;
        return digits.Length % 2 == 0 && !digits.ContainsAnyExcept(HexadecimalDigits) ? Convert.FromHexString(digits) : null;
    }
}
