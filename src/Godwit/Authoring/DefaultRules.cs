using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using Godwit.Schema;

namespace Godwit;

/// <summary>Whether a literal can be the default of a column.</summary>
internal static class DefaultRules
{
    /// <summary>What the column's type wants instead of the value; null when the value fits.</summary>
    internal static string? Misfit(ColumnType type, object value) => type switch
    {
        ColumnType.Integer integer => Integer(integer, value),
        ColumnType.Year => AuthoredValue.IsWholeNumber(value) ? null : "a year as a number",
        ColumnType.Float or ColumnType.Double or ColumnType.Decimal => AuthoredValue.IsNumber(value) ? null : "a number",
        ColumnType.Boolean => value is bool ? null : "true or false",
        ColumnType.Char text => Text(text.Length, value),
        ColumnType.String text => Text(text.Length, value),
        ColumnType.Ulid text => Text(text.Length, value),
        ColumnType.Text or ColumnType.NativeEnum => value is string ? null : "a text",
        ColumnType.Enum list => value is string text && list.Values.Contains(text) ? null : $"one of {string.Join(", ", list.Values)}",
        ColumnType.Set list => value is string text && IsSubset(text, list.Values) ? null : $"some of {string.Join(", ", list.Values)}, with commas between them",
        ColumnType.Json or ColumnType.JsonBinary => value is string text && IsJson(text) ? null : "a JSON document as a text",
        ColumnType.Uuid => value is Guid || (value is string text && Guid.TryParse(text, out _)) ? null : "a Guid",
        ColumnType.Binary => (value is byte[]) ? null : "bytes",
        ColumnType.IpAddress => IsInternetAddress(value) ? null : "an internet address as a text",
        ColumnType.MacAddress => IsHardwareAddress(value) ? null : "a hardware address as a text",
        ColumnType.Date => value is DateOnly or DateTime or DateTimeOffset || IsMoment(value) ? null : "a date",
        ColumnType.DateTime or ColumnType.Timestamp => value is DateOnly or DateTime or DateTimeOffset || IsMoment(value) ? null : "a date and time",
        ColumnType.Time => value is TimeOnly or TimeSpan || (value is string text && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _)) ? null : "a time of day",
        _ => null,
    };

    private static string? Integer(ColumnType.Integer type, object value)
    {
        if (!AuthoredValue.IsWholeNumber(value)) return "a whole number";
        var bits = type.Size switch
        {
            IntegerSize.Tiny => 8,
            IntegerSize.Small => 16,
            IntegerSize.Medium => 24,
            IntegerSize.Regular => 32,
            _ => 64,
        };
        var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        var least = type.Unsigned ? 0m : -Power(bits - 1);
        var greatest = type.Unsigned ? Power(bits) - 1 : Power(bits - 1) - 1;
        return number >= least && number <= greatest ? null : $"a whole number from {least} to {greatest}";
    }

    private static decimal Power(int bits) => bits < 64 ? 1UL << bits : ulong.MaxValue + 1m;

    private static string? Text(int length, object value) =>
        value is not string text ? "a text" : text.Length <= length ? null : $"a text of at most {length} characters";

    private static bool IsSubset(string text, ValueList<string> values) => text.Length == 0 || text.Split(',').All(values.Contains);

    private static bool IsMoment(object value) => value is string text && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _);

    // In functions of their own, so that what they need is loaded for such a default only.
    private static bool IsInternetAddress(object value) => value is string text && IPAddress.TryParse(text, out _);

    private static bool IsHardwareAddress(object value) => value is string text && PhysicalAddress.TryParse(text, out _);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
