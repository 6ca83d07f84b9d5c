using System.Globalization;

namespace Godwit.PostgreSql;

/// <summary>
/// A numeric on the wire: the number of digits to the base 10000, the weight of the first, the sign, the decimal places to be shown, the digits
/// (source of PostgreSQL, numeric.c: numeric_recv). It is made from the text of a number, which may have more digits than any type of .NET.
/// </summary>
internal static class NumericForm
{
    private const int DecimalsOfADigit = 4;
    private const int Sign = 0x4000;
    private const int NotANumber = 0xC000;

    // numeric.c: NUMERIC_DSCALE_MAX
    private const int MostPlaces = 16_383;

    /// <summary>Writes a value with its length before it.</summary>
    /// <exception cref="FormatException">It is a text that says no number, or an infinity.</exception>
    /// <exception cref="InvalidCastException">It is no number.</exception>
    internal static void Write(CopyBuffer buffer, object value)
    {
        if (value is double.NaN or float.NaN)
        {
            Header(buffer, 0, 0, NotANumber, 0);
            return;
        }

        var text = value as string ?? PostgreSqlLiterals.Number(value) ?? throw new InvalidCastException($"{value.GetType().Name} is no number.");
        if (!TryWrite(buffer, text)) throw new FormatException($"'{text}' is not a number.");
    }

    /// <summary>Writes the number that a text says; false where it says none.</summary>
    internal static bool TryWrite(CopyBuffer buffer, ReadOnlySpan<char> text)
    {
        var number = text.Trim();
        var isNegative = number.StartsWith('-');
        if (isNegative || number.StartsWith('+')) number = number[1..];
        var power = number.IndexOfAny('e', 'E');
        if (power >= 0) return TryExpand(number[..power], number[(power + 1)..]) is { } expanded && TryWrite(buffer, isNegative ? "-" + expanded : expanded);
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? [] : number[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || !IsDigits(whole) || !IsDigits(fraction)) return false;
        if (fraction.Length > MostPlaces || Groups(whole.Length) + Groups(fraction.Length) > short.MaxValue) return false;
        Write(buffer, whole, fraction, isNegative);
        return true;
    }

    // Digits to the base 10000 are groups of four decimals, counted from the point outwards.
    private static void Write(CopyBuffer buffer, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, bool isNegative)
    {
        whole = whole.TrimStart('0');
        var before = Groups(whole.Length);
        var count = before + Groups(fraction.Length);
        var digits = count <= 64 ? stackalloc short[count] : new short[count];
        var lead = (before * DecimalsOfADigit) - whole.Length;
        for (var i = 0; i < whole.Length; i++) Append(ref digits[(lead + i) / DecimalsOfADigit], whole[i]);
        for (var i = 0; i < (count - before) * DecimalsOfADigit; i++) Append(ref digits[before + (i / DecimalsOfADigit)], i < fraction.Length ? fraction[i] : '0');
        var first = digits.IndexOfAnyExcept((short)0);
        if (first < 0)
        {
            Header(buffer, 0, 0, 0, fraction.Length);
            return;
        }

        digits = digits[first..(digits.LastIndexOfAnyExcept((short)0) + 1)];
        Header(buffer, digits.Length, before - 1 - first, isNegative ? Sign : 0, fraction.Length);
        foreach (var digit in digits) buffer.Int16(digit);
    }

    private static int Groups(int decimals) => (decimals + DecimalsOfADigit - 1) / DecimalsOfADigit;

    private static void Append(ref short digit, char next) => digit = (short)((digit * 10) + next - '0');

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    // 1.5e3 is 1500: the point is moved, and zeros stand where no digits are.
    private static string? TryExpand(ReadOnlySpan<char> number, ReadOnlySpan<char> power)
    {
        if (!int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || Math.Abs(exponent) > MostPlaces) return null;
        var point = number.IndexOf('.');
        var digits = point < 0 ? number.ToString() : string.Concat(number[..point], number[(point + 1)..]);
        if (digits.Length == 0 || !IsDigits(digits)) return null;
        var place = (point < 0 ? digits.Length : point) + exponent;
        if (place <= 0) return "0." + new string('0', -place) + digits;
        return place >= digits.Length ? digits.PadRight(place, '0') : digits.Insert(place, ".");
    }

    private static void Header(CopyBuffer buffer, int count, int weight, int sign, int scale)
    {
        buffer.Int32((4 + count) * sizeof(short));
        buffer.Int16((short)count);
        buffer.Int16((short)weight);
        buffer.Int16(unchecked((short)sign));
        buffer.Int16((short)scale);
    }
}
