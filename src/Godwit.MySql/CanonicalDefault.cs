using System.Buffers;
using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>The one form of a default: a text as the catalog shows it, the current moment, or an expression.</summary>
internal static class CanonicalDefault
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The form; null when it is the same as none.</summary>
    /// <param name="value">The default.</param>
    /// <param name="type">The column's type in its canonical spelling.</param>
    internal static DefaultValue? Of(DefaultValue? value, string type) => value switch
    {
        null => null,
        DefaultValue.CurrentTimestamp moment => Moment(moment.Precision, type),
        DefaultValue.Literal { Value: null } => null,
        DefaultValue.Literal { Value: byte[] bytes } => Bytes(bytes, type),
        DefaultValue.Literal { Value: string text } => Text(text, type),
        DefaultValue.Literal literal => MySqlLiterals.Plain(literal.Value!) is var (text, _) ? Text(text, type) : literal,
        DefaultValue.Expression expression => Expression(expression.Sql, type),
        _ => value,
    };

    /// <summary>What updates set a column to: the current moment, with the column's own digits, which is all that the grammar has.</summary>
    internal static string OnUpdate(string sql, string type) =>
        Expression(sql, type) is DefaultValue.CurrentTimestamp ? CurrentTimestamp(CanonicalType.Argument(type)) : CanonicalExpression.Of(sql, []);

    /// <summary>The function, with its digits where it has some.</summary>
    internal static string CurrentTimestamp(int precision) => precision == 0 ? "CURRENT_TIMESTAMP" : $"CURRENT_TIMESTAMP({precision})";

    // A day, a time of day and a year take the current one only as an expression.
    private static DefaultValue Moment(int? precision, string type) => CanonicalType.Word(type) switch
    {
        "date" => new DefaultValue.Expression("curdate()"),
        "year" => new DefaultValue.Expression("year(curdate())"),
        "time" => new DefaultValue.Expression(CanonicalType.Argument(type) is var digits and > 0 ? $"curtime({digits})" : "curtime()"),
        _ => new DefaultValue.CurrentTimestamp(precision == CanonicalType.Argument(type) ? null : precision),
    };

    // Bytes that a text can say in every character set are one. A BINARY is filled with zeros when it is stored.
    private static DefaultValue.Literal Bytes(ReadOnlySpan<byte> bytes, string type)
    {
        if (CanonicalType.Word(type) is "binary") bytes = bytes.TrimEnd((byte)0);
        return new DefaultValue.Literal(bytes.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E) ? bytes.ToArray() : Encoding.ASCII.GetString(bytes));
    }

    private static DefaultValue.Literal Text(string text, string type)
    {
        var word = CanonicalType.Word(type);
        if (CanonicalType.IsBinary(word)) return Bytes(Encoding.UTF8.GetBytes(text), type);
        return new DefaultValue.Literal(word switch
        {
            "decimal" when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                number.ToString("F" + Places(type), CultureInfo.InvariantCulture),
            "float" or "double" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                number.ToString("R", CultureInfo.InvariantCulture),
            "datetime" or "timestamp" when text.Length > 0 => Fraction(text.Contains(':', StringComparison.Ordinal) ? text : text + " 00:00:00", type),
            "time" when text.Contains(':', StringComparison.Ordinal) => Fraction(text, type),
            _ => text,
        });
    }

    private static string Places(string type) => type[(type.IndexOf(',', StringComparison.Ordinal) + 1)..type.IndexOf(')', StringComparison.Ordinal)];

    private static string Fraction(string text, string type)
    {
        var digits = CanonicalType.Argument(type);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        return digits == 0 ? whole : $"{whole}.{fraction.PadRight(digits, '0')[..digits]}";
    }

    private static DefaultValue? Expression(string sql, string type)
    {
        var canonical = CanonicalExpression.Of(sql, []);
        if (canonical is "null") return null;
        if (QuotedText.Read(canonical) is { } text) return Text(text, type);
        if (CanonicalType.IsBinary(CanonicalType.Word(type)) && HexadecimalBytes(canonical) is { } bytes) return Bytes(bytes, type);
        if (double.TryParse(canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return Text(canonical, type);
        if (CurrentMoment(canonical) is var (isMoment, precision) && isMoment) return Moment(precision, type);
        return new DefaultValue.Expression(canonical);
    }

    // X'FF' and 0xff (MariaDB manual, hexadecimal literals).
    private static byte[]? HexadecimalBytes(string canonical)
    {
        var digits = canonical.StartsWith("x'", StringComparison.OrdinalIgnoreCase) && canonical[^1] == '\'' ? canonical.AsSpan(2, canonical.Length - 3)
            : canonical.StartsWith("0x", StringComparison.Ordinal) ? canonical.AsSpan(2) : [];
        return digits.Length > 0 && digits.Length % 2 == 0 && !digits.ContainsAnyExcept(Hexadecimal) ? Convert.FromHexString(digits) : null;
    }

    private static (bool IsMoment, int? Precision) CurrentMoment(string canonical)
    {
        var open = canonical.IndexOf('(', StringComparison.Ordinal);
        var word = open < 0 ? canonical : canonical[..open];
        var isMoment = word is "current_timestamp" or "now" or "localtime" or "localtimestamp" && (open < 0 || canonical[^1] == ')');
        if (!isMoment) return (false, null);
        if (open < 0 || open == canonical.Length - 2) return (true, 0);
        return int.TryParse(canonical.AsSpan(open + 1, canonical.Length - open - 2), out var digits) ? (true, digits) : (false, null);
    }
}
