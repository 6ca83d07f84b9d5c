using Godwit.Operations;

namespace Godwit;

/// <summary>The values that authors write, as operations hold them.</summary>
internal static class AuthoredValue
{
    /// <summary>The value as an operation holds it: an enumeration member as its number, a character as a text.</summary>
    /// <param name="call">Where it is written.</param>
    /// <param name="value">What was written.</param>
    /// <param name="what">What it is, as a sentence begins: <c>The default of state</c>.</param>
    /// <exception cref="GodwitException">It is of a type that no literal can be made of.</exception>
    internal static object? Of(AuthorCall call, object? value, string what) => value switch
    {
        double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity =>
            throw call.Error($"{what} is {value}, for which there is no literal.", "Write what the database has for it with Raw.Sql(\"…\")."),
        char character => character.ToString(),
        Enum member => Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType())),
        null or string or bool or byte[] or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or SqlExpression => value,
        _ when IsNumber(value) => value,
        _ => throw call.Error(
            $"{what} is a {value.GetType().Name}, for which there is no literal.",
            "Give a text, a number, a bool, a date, a time, a Guid or bytes, or an expression with Raw.Sql(\"…\")."),
    };

    internal static bool IsNumber(object value) => IsWholeNumber(value) || value is float or double or decimal;

    internal static bool IsWholeNumber(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong;

    /// <summary>The value as messages show it.</summary>
    internal static string Show(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text}'",
        bool truth => truth ? "true" : "false",
        byte[] bytes => $"{bytes.Length} bytes",
        _ => value.ToString() ?? "",
    };
}
