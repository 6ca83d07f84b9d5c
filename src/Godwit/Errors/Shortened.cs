namespace Godwit;

/// <summary>SQL on one line, for messages.</summary>
internal static class Shortened
{
    /// <summary>The text with every run of blanks as one space, cut to a width.</summary>
    internal static string Text(string sql, int width)
    {
        var result = new System.Text.StringBuilder(Math.Min(sql.Length, width));
        foreach (var letter in sql)
        {
            var blank = char.IsWhiteSpace(letter);
            if (blank && (result.Length == 0 || result[^1] == ' ')) continue;
            result.Append(blank ? ' ' : letter);
            if (result.Length > width) return result.ToString(0, width - 1) + "…";
        }

        return result.ToString().TrimEnd();
    }
}
