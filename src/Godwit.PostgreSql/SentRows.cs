namespace Godwit.PostgreSql;

/// <summary>Rows that are on their way to the server, by their place among all of them.</summary>
internal sealed class SentRows
{
    private readonly List<(int First, IReadOnlyList<object?[]> Rows)> windows = [];

    internal int Count { get; private set; }

    internal object?[] this[int place]
    {
        get
        {
            var (first, rows) = windows.FindLast(window => window.First <= place);
            return rows[place - first];
        }
    }

    internal void Add(IReadOnlyList<object?[]> rows)
    {
        windows.Add((Count, rows));
        Count += rows.Count;
    }
}
