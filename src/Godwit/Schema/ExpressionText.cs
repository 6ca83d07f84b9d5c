using System.Text;

namespace Godwit.Schema;

/// <summary>Finds column names in the SQL of an expression: bare or quoted, but not inside a string.</summary>
internal static class ExpressionText
{
    internal static bool Mentions(string expression, string column) => Rewrite(expression, column, null) is null;

    /// <summary>The expression with another name in a column's place.</summary>
    internal static string Rename(string expression, string from, string to) => Rewrite(expression, from, to)!;

    // Without a new name the answer is null at the first place that would have been renamed.
    private static string? Rewrite(string expression, string from, string? to)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var start = 0; start < expression.Length;)
        {
            var end = EndOfToken(expression, start);
            if (IsName(expression.AsSpan(start, end - start), from))
            {
                if (to is null) return null;
                result ??= new StringBuilder();
                result.Append(expression, copied, start - copied);
                result.Append(Written(to, expression[start] is '"' or '`' or '[' ? expression[start] : null));
                copied = end;
            }

            start = end;
        }

        return result?.Append(expression, copied, expression.Length - copied).ToString() ?? expression;
    }

    // In the quotes of the name whose place it takes; a bare one stays bare where it can.
    private static string Written(string name, char? quote)
    {
        if (quote is null && IsWord(name[0]) && !char.IsDigit(name[0]) && name.All(IsWord)) return name;
        return quote switch
        {
            '[' => $"[{name}]",
            '`' => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`",
            _ => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        };
    }

    private static bool IsName(ReadOnlySpan<char> token, string name) => token[0] switch
    {
        '"' or '`' or '[' => token.Length > 2 && token[1..^1].SequenceEqual(token[0] is '[' ? name : name.Replace(token[..1].ToString(), new string(token[0], 2), StringComparison.Ordinal)),
        _ => token.Equals(name, StringComparison.OrdinalIgnoreCase),
    };

    private static int EndOfToken(string text, int start)
    {
        var first = text[start];
        if (first is '\'' or '"' or '`' or '[')
        {
            var close = text.IndexOf(first is '[' ? ']' : first, start + 1);
            while (first is not '[' && close >= 0 && close + 1 < text.Length && text[close + 1] == first) close = text.IndexOf(first, close + 2);
            return close < 0 ? text.Length : close + 1;
        }

        if (!IsWord(first)) return start + 1;
        var end = start + 1;
        while (end < text.Length && IsWord(text[end])) end++;
        return end;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';
}
