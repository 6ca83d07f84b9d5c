using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit;

/// <summary>A member of a JSON column, as Laravel writes it: <c>options->theme->name</c>.</summary>
internal sealed record JsonPath(string Column, ValueList<string> Members)
{
    internal static JsonPath Parse(AuthorCall call, string path)
    {
        var parts = path.Split("->", StringSplitOptions.TrimEntries);
        return parts.Length >= 2 && !Array.Exists(parts, string.IsNullOrEmpty)
            ? new JsonPath(parts[0], parts[1..].ToValueList())
            : throw call.Error($"'{path}' is no member of a JSON column.", "Write the column and the names on the way: \"options->theme->name\".");
    }

    /// <summary>The expression that takes it out as a text. In a string of MySQL and MariaDB a backslash begins an escape.</summary>
    internal string ToSql(string product) => product switch
    {
        "postgresql" => $"{Quote(Column, '"')} #>> {Literal($"{{{string.Join(',', Members.Select(Escaped))}}}")}",
        "sqlite" => $"json_extract({Quote(Column, '"')}, {Literal(Path())})",
        _ => $"json_unquote(json_extract({Quote(Column, '`')}, {Literal(Path().Replace("\\", "\\\\", StringComparison.Ordinal))}))",
    };

    private string Path()
    {
        var path = new StringBuilder("$");
        foreach (var member in Members)
        {
            if (int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var place)) path.Append('[').Append(place).Append(']');
            else path.Append('.').Append(Escaped(member));
        }

        return path.ToString();
    }

    private static string Escaped(string member) => $"\"{member.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Quote(string name, char quote) => $"{quote}{name.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
