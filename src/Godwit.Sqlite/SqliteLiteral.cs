using System.Globalization;
using System.Text;
using Godwit.Operations;

namespace Godwit.Sqlite;

/// <summary>Values as SQL. Dates and times are texts that SQLite's own functions read (SQLite, "Date And Time Functions").</summary>
internal static class SqliteLiteral
{
    internal static string Of(object? value) => value switch
    {
        null or DBNull => "NULL",
        SqlExpression expression => expression.Sql,
        string text => Text(text),
        char character => Text(character.ToString()),
        bool flag => flag ? "1" : "0",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        DateTimeOffset or DateTime or DateOnly or TimeOnly or TimeSpan or Guid => Text(PlainText(value)),
        double.NaN or float.NaN => throw Unknown("not a number"),
        double number => Real(number),
        float number => Real(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw Unknown($"of the type {value.GetType()}"),
    };

    /// <summary>What is kept as a text, without its quotes.</summary>
    internal static string PlainText(object value) => value switch
    {
        string text => text,
        char character => character.ToString(),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(null, CultureInfo.InvariantCulture),
        // In capitals, because the driver sends a Guid like that, and texts are compared letter by letter.
        Guid id => id.ToString().ToUpperInvariant(),
        _ => throw Unknown($"of the type {value.GetType()}"),
    };

    /// <summary>A text. SQLite stops reading a statement at a NUL character, so a text that holds one is written as its bytes.</summary>
    internal static string Text(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? $"CAST(X'{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}' AS text)"
            : SqliteDialect.Instance.Literal(text);

    // A number without a point would be an integer, and 1 / 2 is 0.
    private static string Real(double number)
    {
        if (double.IsInfinity(number)) return number > 0 ? "9e999" : "-9e999";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private static GodwitException Unknown(string what) => new(
        ErrorCode.InvalidDefinition, $"A value {what} cannot be written as SQL.",
        "Give null, a text, a bool, a number, a date, a time, a Guid, bytes, or an expression of SQL.");
}
