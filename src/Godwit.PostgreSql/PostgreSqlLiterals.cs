using System.Globalization;
using System.Numerics;
using Godwit.Operations;

namespace Godwit.PostgreSql;

/// <summary>Values as SQL. The server takes a quoted one for the type of the column it is for (manual, 4.1.2.7).</summary>
internal static class PostgreSqlLiterals
{
    /// <summary>A value as a literal; an expression as it is.</summary>
    /// <exception cref="GodwitException">It is of a type that has no literal, or a text with a NUL.</exception>
    internal static string Of(object? value) => value switch
    {
        null or DBNull => "NULL",
        SqlExpression expression => expression.Sql,
        bool truth => truth ? "true" : "false",
        _ when Number(value) is { } number => char.IsAsciiLetter(number[^1]) ? Quoted(number) : number,
        _ => Quoted(Text(value)),
    };

    /// <summary>A text as a literal.</summary>
    /// <exception cref="GodwitException">It holds a NUL.</exception>
    internal static string Quoted(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw Unsupported.Error("keeps no NUL in a text (manual, 8.3).", "Take it out, or use a binary column.");
        return PostgreSqlDialect.Instance.Literal(text);
    }

    /// <summary>A number in digits, <c>NaN</c> or <c>Infinity</c>; null when the value is not a number.</summary>
    internal static string? Number(object value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or BigInteger or Int128 or UInt128 =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        float number => Floating(number, number.ToString("R", CultureInfo.InvariantCulture)),
        double number => Floating(number, number.ToString("R", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>What stands between the quotes.</summary>
    /// <exception cref="GodwitException">The value is of a type that has no literal.</exception>
    internal static string Text(object value) => value switch
    {
        string text => text,
        char character => character.ToString(),
        Guid id => id.ToString("D"),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => Trimmed(time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        TimeSpan span => Span(span),
        DateTime moment => Moment(moment) + (moment.Kind is DateTimeKind.Utc ? "+00" : ""),
        DateTimeOffset moment => Moment(moment.DateTime) + moment.ToString("zzz", CultureInfo.InvariantCulture),
        byte[] bytes => "\\x" + Convert.ToHexStringLower(bytes),
        _ => throw new GodwitException(ErrorCode.InvalidDefinition, $"A value of the type {value.GetType().Name} has no literal.",
            "Give a text, a bool, a number, a date, a time, a Guid, bytes, or SQL (new SqlExpression(…))."),
    };

    /// <summary>A moment as the server writes it: no more digits after the point than it has.</summary>
    internal static string Moment(DateTime moment) => Trimmed(moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    /// <summary>A time of day as the server writes it.</summary>
    internal static string Span(TimeSpan span)
    {
        var text = Trimmed(span.ToString(@"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture));
        if (span.Days != 0) text = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(span.Days)} days {text}");
        return span < TimeSpan.Zero ? "-" + text.Replace(" days ", " days -", StringComparison.Ordinal) : text;
    }

    private static string Trimmed(string time) => time.TrimEnd('0').TrimEnd('.') is var trimmed && trimmed.Length >= time.Length - ".ffffff".Length
        ? trimmed
        : time[..^".ffffff".Length];

    private static string Floating(double number, string digits) =>
        double.IsPositiveInfinity(number) ? "Infinity" : double.IsNegativeInfinity(number) ? "-Infinity" : digits;
}
