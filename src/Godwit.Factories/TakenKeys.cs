using System.Globalization;
using Godwit.Dialects;
using Godwit.Schema;
using Godwit.Seeding;

namespace Godwit.Factories;

/// <summary>What the unique sets of a table hold: in the database, and in the rows that were made for it since.</summary>
internal sealed class TakenKeys(SeedContext context, SeedTable table, ValueList<string>[] sets)
{
    // Whoever has more than these has room for more, too.
    private const int MostRead = 100_000;

    private readonly HashSet<string> marks = [];
    private bool isRead;

    /// <summary>Reads what the database holds, the first time.</summary>
    internal async Task ReadAsync()
    {
        if (isRead) return;
        isRead = true;
        var dialect = context.Frame.Run.Session.Dialect;
        foreach (var set in sets)
        {
            var columns = string.Join(", ", set.Select(dialect.Quote));
            marks.UnionWith((await context.QueryAsync(
                $"SELECT {columns} FROM {dialect.Quote(table.Table.Name)} LIMIT {MostRead}",
                row => Mark(set, set.Select((_, place) => row.GetValue(place))))).OfType<string>());
        }
    }

    /// <summary>A set of which the values of a row are taken; null where there is none.</summary>
    internal ValueList<string>? Find(Dictionary<string, object?> cells) => Array.Find(sets, set => Mark(set, cells) is { } mark && marks.Contains(mark));

    /// <summary>Takes the values of a row.</summary>
    internal void Add(Dictionary<string, object?> cells) => marks.UnionWith(sets.Select(set => Mark(set, cells)).OfType<string>());

    private string? Mark(ValueList<string> set, Dictionary<string, object?> cells) =>
        set.All(cells.ContainsKey) ? Mark(set, set.Select(column => cells[column])) : null;

    // Rows with a NULL are never the same.
    private string? Mark(ValueList<string> set, IEnumerable<object?> values)
    {
        string?[] parts = [.. values.Zip(set, (value, column) => Part(value, table.Kind(table.Require(column))))];
        return Array.IndexOf(parts, null) >= 0 ? null : $"{string.Join(',', set)}\u001f{string.Join('\u001f', parts)}";
    }

    // The same value is another thing in the model and in the rows of some databases.
    private static string? Part(object? value, ValueKind kind) => value switch
    {
        null or DBNull => null,
        string text when kind.Family is ValueFamily.Text or ValueFamily.Enum or ValueFamily.Other => text.ToUpperInvariant(),
        string text => Part(Read(text, kind)),
        _ => Part(value),
    };

    private static object Read(string text, ValueKind kind)
    {
        try
        {
            return FieldText.Value(text, kind);
        }
        catch (FormatException)
        {
            return text;
        }
    }

    private static string? Part(object value) => value switch
    {
        bool truth => truth ? "1" : "0",
        DateOnly day => Moment(day.ToDateTime(TimeOnly.MinValue)),
        DateTime moment => Moment(moment),
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Moment(DateTime moment) => moment.ToString("s", CultureInfo.InvariantCulture);
}
