namespace Godwit;

/// <summary>The nearest of the known words to a misspelt one.</summary>
internal static class Suggestion
{
    /// <summary>
    /// The known word with the smallest edit distance (insert, delete, replace, swap of neighbours), or null when none is
    /// near enough to be what was meant.
    /// </summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        var limit = Math.Max(1, word.Length / 3);
        string? best = null;
        foreach (var candidate in known)
        {
            var distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance > limit) continue;
            (best, limit) = (candidate, distance - 1);
            if (distance == 0) break;
        }

        return best;
    }

    // Optimal string alignment: see Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964).
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var least = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                rows[i, j] = swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
            }
        }

        return rows[left.Length, right.Length];
    }
}
