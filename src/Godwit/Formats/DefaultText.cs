using System.Globalization;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A column's default as people read it.</summary>
internal static class DefaultText
{
    internal static string Of(DefaultValue value) => value switch
    {
        DefaultValue.Expression expression => expression.Sql,
        DefaultValue.CurrentTimestamp => "CURRENT_TIMESTAMP",
        DefaultValue.Literal literal => Literal(literal.Value),
        _ => "",
    };

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        DateTime moment => $"'{moment.ToString("O", CultureInfo.InvariantCulture)}'",
        Guid or DateOnly or TimeOnly or DateTimeOffset => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
