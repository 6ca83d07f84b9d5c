using System.Globalization;
using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>What the checks of a table allow a column to hold, as far as it is said in simple words: <c>price &gt;= 0</c>, <c>state IN ('a', 'b')</c>.</summary>
internal sealed record ColumnRange(ValueList<string> Values, decimal? Lowest, decimal? Most)
{
    internal static readonly ColumnRange Any = new([], null, null);

    /// <summary>The lowest number: the check's, or the usual one.</summary>
    internal decimal Least(decimal usual) => Lowest is { } lowest ? Math.Max(lowest, usual) : usual;

    internal static ColumnRange Of(string column, ValueList<CheckConstraint> checks)
    {
        var range = Any;
        foreach (var check in checks) range = range.Narrowed(column, check.Predicate);
        return range;
    }

    private ColumnRange Narrowed(string column, string predicate)
    {
        var words = Words(predicate);
        var at = Array.FindIndex(words, word => word.Equals(column, StringComparison.OrdinalIgnoreCase));
        if (at < 0 || at + 1 >= words.Length) return this;
        if (words[at + 1].Equals("IN", StringComparison.OrdinalIgnoreCase) || (words[at + 1] == "=" && at + 2 < words.Length && words[at + 2].Equals("ANY", StringComparison.OrdinalIgnoreCase)))
        {
            var values = ValueKind.Quoted(predicate).ToValueList();
            return values.Count > 0 ? this with { Values = values } : this;
        }

        if (words[at + 1].Equals("BETWEEN", StringComparison.OrdinalIgnoreCase) && at + 4 < words.Length)
            return this with { Lowest = Number(words[at + 2]) ?? Lowest, Most = Number(words[at + 4]) ?? Most };
        if (at + 2 >= words.Length || Number(words[at + 2]) is not { } bound) return this;
        return words[at + 1] switch
        {
            ">=" => this with { Lowest = bound },
            ">" => this with { Lowest = bound + 1 },
            "<=" => this with { Most = bound },
            "<" => this with { Most = bound - 1 },
            _ => this,
        };
    }

    // The words of a predicate without parentheses, quotes round names, and casts.
    private static string[] Words(string predicate)
    {
        var text = predicate.Replace("::", " :: ", StringComparison.Ordinal);
        foreach (var mark in (string[])["(", ")", "\"", "`", "[", "]"]) text = text.Replace(mark, " ", StringComparison.Ordinal);
        foreach (var sign in (string[])[">=", "<="]) text = text.Replace(sign, $" {sign} ", StringComparison.Ordinal);
        var words = text.Split([' ', '\t', '\n', ','], StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var cast = words.IndexOf("::"); cast >= 0; cast = words.IndexOf("::")) words.RemoveRange(cast, Math.Min(2, words.Count - cast));
        return [.. words];
    }

    private static decimal? Number(string word) => decimal.TryParse(word.Trim('\''), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
