using System.Globalization;
using Godwit.Operations;

namespace Godwit.MySql;

/// <summary>Values in SQL.</summary>
/// <param name="modes">What of <c>sql_mode</c> holds.</param>
internal sealed class MySqlLiterals(SqlModes modes)
{
    /// <summary>
    /// A text where the grammar wants a string literal and nothing else: a comment, a default, the values of an enum. It is
    /// written for the session's mode, because the hexadecimal form that means the same in every mode is not allowed there.
    /// </summary>
    internal string Text(string value)
    {
        var doubled = value.Replace("'", "''", StringComparison.Ordinal);
        return modes.Backslash is Backslash.Escapes ? $"'{doubled.Replace(@"\", @"\\", StringComparison.Ordinal)}'" : $"'{doubled}'";
    }

    /// <summary>A comment.</summary>
    /// <exception cref="GodwitException">The catalog, which is kept in three-byte UTF-8, would turn a character into a question mark.</exception>
    internal string Comment(string value)
    {
        if (value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            throw new GodwitException(ErrorCode.NotSupported,
                $"MySQL and MariaDB keep comments in three-byte UTF-8, which lacks a character of \"{value}\".", "Write the comment without characters beyond U+FFFF, such as emoji.");
        }

        return Text(value);
    }

    /// <summary>A value in the place of a default.</summary>
    internal string Default(object value) => value is string text ? Text(text) : Value(value);

    /// <summary>A value in a statement that reads or writes rows, the same in every mode.</summary>
    internal static string Value(object? value) => value switch
    {
        null => "NULL",
        SqlExpression expression => expression.Sql,
        string text => MySqlDialect.Instance.Literal(text),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        _ => Plain(value) is var (text, isQuoted) ? isQuoted ? $"'{text}'" : text : throw new GodwitException(
            ErrorCode.InvalidDefinition, $"A value of the type {value.GetType().Name} has no form in SQL.",
            "Give a text, a bool, a number, a date, a time, a Guid, bytes or SQL."),
    };

    /// <summary>The text of a value that holds nothing to be escaped; null when it is none of these.</summary>
    internal static (string Text, bool IsQuoted)? Plain(object value) => value switch
    {
        bool truth => (truth ? "1" : "0", false),
        char character and not ('\'' or '\\') => (character.ToString(), true),
        Enum name => (Convert.ToInt64(name, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), false),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => (((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), false),
        double number when double.IsFinite(number) => (number.ToString("R", CultureInfo.InvariantCulture), false),
        float number when float.IsFinite(number) => (number.ToString("R", CultureInfo.InvariantCulture), false),
        DateTime moment => (Moment(moment), true),
        DateTimeOffset moment => (Moment(moment.UtcDateTime), true),
        DateOnly day => (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true),
        TimeOnly time => (Fraction(time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)), true),
        TimeSpan span => (Span(span), true),
        Guid id => (id.ToString("D"), true),
        _ => null,
    };

    private static string Moment(DateTime moment) => Fraction(moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    // A TIME goes up to 838 hours and may be negative (MySQL manual, 13.2.3).
    private static string Span(TimeSpan span)
    {
        var absolute = span.Duration();
        var hours = (long)absolute.TotalHours;
        return Fraction(string.Create(CultureInfo.InvariantCulture, $"{(span < TimeSpan.Zero ? "-" : "")}{hours:00}:{absolute:mm\\:ss\\.ffffff}"));
    }

    private static string Fraction(string text) => text.EndsWith(".000000", StringComparison.Ordinal) ? text[..^7] : text;
}
