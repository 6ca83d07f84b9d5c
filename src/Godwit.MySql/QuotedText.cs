using System.Text;

namespace Godwit.MySql;

/// <summary>String literals read back.</summary>
internal static class QuotedText
{
    /// <summary>The text that a string literal stands for, by the default <c>sql_mode</c>; null when it is none.</summary>
    internal static string? Read(string literal)
    {
        if (literal.Length < 2 || literal[0] is not ('\'' or '"') || literal[^1] != literal[0]) return null;
        var quote = literal[0];
        var result = new StringBuilder(literal.Length);
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] == quote && literal[i + 1] != quote) return null;
            if (literal[i] == '\\' || literal[i] == quote)
            {
                i++;
                if (i == literal.Length - 1) return null;
                result.Append(literal[i - 1] == '\\' ? Escaped(literal[i]) : quote.ToString());
            }
            else
            {
                result.Append(literal[i]);
            }
        }

        return result.ToString();
    }

    // MySQL manual, table 11.1; a backslash stays before the wildcards of LIKE.
    private static string Escaped(char letter) => letter switch
    {
        '0' => "\0",
        'b' => "\b",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'Z' => "\u001A",
        '%' or '_' => "\\" + letter,
        _ => letter.ToString(),
    };
}
