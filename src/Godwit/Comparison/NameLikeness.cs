namespace Godwit.Comparison;

/// <summary>How alike two names are.</summary>
internal static class NameLikeness
{
    private const double OneInTheOther = 0.8;

    /// <summary>
    /// From 0 to 1: the share of pairs of neighbouring letters that they have in common (L. R. Dice, "Measures of the amount of
    /// ecologic association between species", Ecology 26, 1945). A name with a word added or left out is more alike than that.
    /// </summary>
    internal static double Between(string from, string to)
    {
        if (from.Equals(to, StringComparison.OrdinalIgnoreCase)) return 1;
        var shared = Dice(from, to);
        var within = Math.Min(from.Length, to.Length) >= 3
            && (from.Contains(to, StringComparison.OrdinalIgnoreCase) || to.Contains(from, StringComparison.OrdinalIgnoreCase));
        return within ? Math.Max(shared, OneInTheOther) : shared;
    }

    private static double Dice(string from, string to)
    {
        if (from.Length < 2 || to.Length < 2) return 0;
        var shared = 0;
        var used = 0UL;
        for (var i = 0; i + 1 < from.Length; i++)
        {
            for (var j = 0; j + 1 < to.Length && j < 64; j++)
            {
                if ((used & (1UL << j)) != 0 || !IsSame(from[i], to[j]) || !IsSame(from[i + 1], to[j + 1])) continue;
                used |= 1UL << j;
                shared++;
                break;
            }
        }

        return 2.0 * shared / (from.Length + to.Length - 2);
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
