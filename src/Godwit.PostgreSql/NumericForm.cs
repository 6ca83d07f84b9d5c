using System.Globalization;

namespace Godwit.PostgreSql;

/// <summary>
/// A numeric on the wire: the number of digits to the base 10000, the weight of the first, the sign, the decimal places to be shown, the digits
/// (source of PostgreSQL, numeric.c: numeric_recv).
/// </summary>
internal static class NumericForm
{
    private const int Base = 10_000;
    private const int DecimalsOfADigit = 4;
    private const int Sign = 0x4000;
    private const int NotANumber = 0xC000;

    internal static void Write(CopyBuffer buffer, object value)
    {
        if (value is double.NaN or float.NaN)
        {
            Header(buffer, 0, 0, NotANumber, 0);
            return;
        }

        Write(buffer, value is decimal number ? number : value is double or float ? decimal.Parse(PostgreSqlLiterals.Number(value)!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : Convert.ToDecimal(value, CultureInfo.InvariantCulture));
    }

    // The whole number is divided into groups of four decimals from the point outwards, the smallest first.
    private static void Write(CopyBuffer buffer, decimal number)
    {
        Span<short> digits = stackalloc short[16];
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var whole = ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
        int scale = number.Scale;
        var missing = (DecimalsOfADigit - (scale % DecimalsOfADigit)) % DecimalsOfADigit;
        var count = 0;
        if (missing > 0)
        {
            var (shift, rest) = (Power(DecimalsOfADigit - missing), Power(missing));
            (whole, var low) = Divided(whole, shift);
            digits[count++] = (short)(low * rest);
        }

        for (; whole != 0; count++) (whole, digits[count]) = Divided(whole, Base);
        var fractions = (scale + missing) / DecimalsOfADigit;
        var first = 0;
        while (first < count && digits[first] == 0) first++;
        while (count > first && digits[count - 1] == 0) count--;
        Header(buffer, count - first, count == first ? 0 : count - 1 - fractions, decimal.IsNegative(number) && number != 0 ? Sign : 0, scale);
        for (var i = count - 1; i >= first; i--) buffer.Int16(digits[i]);
    }

    // Hardly any number of a database needs more than 64 bits, which are divided in one instruction.
    private static (UInt128 Whole, short Low) Divided(UInt128 whole, int by)
    {
        if (whole <= ulong.MaxValue)
        {
            var (small, low) = Math.DivRem((ulong)whole, (ulong)by);
            return (small, (short)low);
        }

        var (quotient, rest) = UInt128.DivRem(whole, (UInt128)by);
        return (quotient, (short)rest);
    }

    private static int Power(int exponent) => exponent switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };

    private static void Header(CopyBuffer buffer, int count, int weight, int sign, int scale)
    {
        buffer.Int32((4 + count) * sizeof(short));
        buffer.Int16((short)count);
        buffer.Int16((short)weight);
        buffer.Int16((short)sign);
        buffer.Int16((short)scale);
    }
}
