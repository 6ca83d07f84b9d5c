namespace Godwit.Comparison;

/// <summary>
/// Finds names in SQL without understanding it: every word, and whatever stands between quotes. Strings and comments count too,
/// because routines are written inside strings; a word too many costs an ordering that was not needed.
/// </summary>
internal static class MentionedNames
{
    internal delegate void NameReader(ReadOnlySpan<char> name);

    internal static void Read(string sql, NameReader reader)
    {
        for (var start = 0; start < sql.Length;)
        {
            if (sql[start] is '"' or '`')
            {
                var close = sql.IndexOf(sql[start], start + 1);
                if (close > start + 1) reader(sql.AsSpan(start + 1, close - start - 1));
                start++;
                continue;
            }

            var end = start;
            while (end < sql.Length && IsWord(sql[end])) end++;
            if (end > start) reader(sql.AsSpan(start, end - start));
            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>The names in some SQL. Upper and lower case are the same: an unquoted name may be spelt either way.</summary>
    internal static HashSet<string> In(params IEnumerable<string> texts)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts) Read(text, name => lookup.Add(name));
        return names;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';
}
