using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>What the checks of a table allow a column to hold, as far as it is said in simple words: <c>price &gt;= 0</c>, <c>state IN ('a', 'b')</c>.</summary>
internal sealed record ColumnRange
{
    internal static readonly ColumnRange Any = new();

    /// <summary>The values that it is one of; none where there is no such list.</summary>
    internal ValueList<string> Values { get; private init; } = [];

    /// <summary>The fewest characters of a text.</summary>
    internal int Shortest { get; private init; }

    /// <summary>The most characters of a text.</summary>
    internal int? Longest { get; private init; }

    private decimal? Lowest { get; init; }

    private decimal? Above { get; init; }

    private decimal? Highest { get; init; }

    private decimal? Below { get; init; }

    /// <summary>What the checks allow a column.</summary>
    internal static ColumnRange Of(string column, ValueList<CheckConstraint> checks)
    {
        var range = Any;
        foreach (var check in checks)
        {
            var words = CheckWords.Of(check.Predicate);
            for (var at = 0; at + 1 < words.Count; at++)
            {
                if (words[at].Is(column)) range = range.Narrowed(words, at);
            }
        }

        return range;
    }

    /// <summary>The lowest and the highest number: the usual ones as far as they are allowed, otherwise some of those that are.</summary>
    /// <param name="least">The usual lowest.</param>
    /// <param name="most">The usual highest.</param>
    /// <param name="step">The least distance of two numbers.</param>
    internal (decimal Low, decimal High) Within(decimal least, decimal most, decimal step)
    {
        decimal? low = Above + step is { } above && !(Lowest > above) ? above : Lowest;
        decimal? high = Below - step is { } below && !(Highest < below) ? below : Highest;
        if (low is null && high is null) return (least, most);
        var (from, to) = (Math.Max(low ?? least, least), Math.Min(high ?? most, most));
        if (from <= to) return (from, to);
        if (low is not { } lowest) return (high!.Value - (most - least), high.Value);
        return (lowest, Math.Max(lowest, high ?? (lowest + (most - least))));
    }

    private ColumnRange Narrowed(IReadOnlyList<CheckWord> words, int at)
    {
        var isLength = at > 0 && words[at - 1].IsAny("length", "char_length", "character_length", "octet_length");
        if (words[at + 1].Is("IN") || (words[at + 1].Is("=") && at + 2 < words.Count && words[at + 2].IsAny("ANY", "ARRAY")))
            return isLength ? this : With(words.Skip(at + 2).TakeWhile(word => word.Literal is not null || word.IsAny("ANY", "ARRAY")));
        if (words[at + 1].Is("BETWEEN") && at + 4 < words.Count)
            return Bounded(">=", words[at + 2], isLength).Bounded("<=", words[at + 4], isLength);
        return at + 2 < words.Count ? Bounded(words[at + 1].Text, words[at + 2], isLength) : this;
    }

    private ColumnRange Bounded(string sign, CheckWord word, bool isLength)
    {
        if (!isLength && sign is "=") return word.Literal is null ? this : With([word]);
        if (word.Number is not { } bound) return this;
        return isLength ? Measured(sign, (int)bound) : sign switch
        {
            ">=" => this with { Lowest = bound },
            ">" => this with { Above = bound },
            "<=" => this with { Highest = bound },
            "<" => this with { Below = bound },
            _ => this,
        };
    }

    private ColumnRange Measured(string sign, int length) => sign switch
    {
        "=" => this with { Shortest = length, Longest = length },
        ">=" => this with { Shortest = length },
        ">" => this with { Shortest = length + 1 },
        "<=" => this with { Longest = length },
        "<" => this with { Longest = length - 1 },
        _ => this,
    };

    private ColumnRange With(IEnumerable<CheckWord> words) =>
        this with { Values = Values.Concat(words.Select(word => word.Literal).OfType<string>()).Distinct().ToValueList() };
}
