using System.Collections;
using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>Two columns of which a check says that one is not larger than the other: <c>starts_at &lt; ends_at</c>.</summary>
/// <param name="Low">The one with the smaller value.</param>
/// <param name="High">The other.</param>
internal sealed record ColumnOrder(string Low, string High)
{
    internal static ColumnOrder[] Of(Table table) =>
    [
        .. table.Checks.Select(check => CheckWords.Of(check.Predicate)).SelectMany(words => Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(at => Of(table, words, at))).OfType<ColumnOrder>(),
    ];

    /// <summary>Exchanges the two values where they are the wrong way round.</summary>
    internal void Apply(Dictionary<string, object?> values)
    {
        if (values.GetValueOrDefault(Low) is not { } low || values.GetValueOrDefault(High) is not { } high || low.GetType() != high.GetType()) return;
        var order = Comparer.DefaultInvariant.Compare(low, high);
        if (order > 0) (values[Low], values[High]) = (high, low);
        else if (order == 0) values[High] = After(high);
    }

    private static ColumnOrder? Of(Table table, IReadOnlyList<CheckWord> words, int at)
    {
        if (Column(table, words[at]) is not { } left || Column(table, words[at + 2]) is not { } right) return null;
        return words[at + 1].Text switch
        {
            "<" or "<=" => new ColumnOrder(left, right),
            ">" or ">=" => new ColumnOrder(right, left),
            _ => null,
        };
    }

    private static string? Column(Table table, CheckWord word) => word.IsText ? null : table.Columns.FirstOrDefault(column => word.Is(column.Name))?.Name;

    private static object After(object value) => value switch
    {
        long number => number + 1,
        decimal number => number + 1,
        double number => number + 1,
        DateOnly day => day.AddDays(1),
        DateTime moment => moment.AddHours(1),
        _ => value,
    };
}
