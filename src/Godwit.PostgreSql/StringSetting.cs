using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>A value that a statement gives to <c>standard_conforming_strings</c> for the rest of the script.</summary>
/// <param name="Value">The value.</param>
/// <param name="IsDefault">Whether it is the one the script began with.</param>
internal readonly record struct StringSetting(StringConformance Value, bool IsDefault)
{
    private const string Name = "standard_conforming_strings";

    private static readonly StringSetting Initial = new(StringConformance.Standard, IsDefault: true);

    /// <summary>The value that a SET or RESET gives; null when it gives none.</summary>
    internal static StringSetting? SetBy(TokenReader reader)
    {
        if (reader.Accept("RESET")) return reader.Is("ALL") || IsName(reader) ? Initial : null;
        reader.Accept("SET");
        if (!reader.Accept("SESSION")) reader.Accept("LOCAL");
        if (!IsName(reader)) return null;
        reader.Advance();
        if (!reader.Accept("TO")) reader.Accept('=');
        return Parse(reader.Text.Trim('\''));
    }

    private static bool IsName(TokenReader reader) => reader.Text.Trim('"').Equals(Name, StringComparison.OrdinalIgnoreCase);

    // A boolean can be cut short while it is unambiguous (manual, "Parameter Names and Values").
    private static StringSetting Parse(ReadOnlySpan<char> value)
    {
        if (value.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase)) return Initial;
        var isOff = value is "0"
            || (value.Length >= 2 && "off".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase))
            || (value.Length >= 1 && "false".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase))
            || (value.Length >= 1 && "no".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase));
        return new StringSetting(isOff ? StringConformance.BackslashEscapes : StringConformance.Standard, IsDefault: false);
    }
}
