using Godwit.Dialects;

namespace Godwit.PostgreSql;

/// <summary>Rows that are on their way to the server, by their place among all of them.</summary>
internal sealed class SentRows
{
    private readonly RowPlaces<IReadOnlyList<object?[]>> windows = new();

    internal int Count => windows.Count;

    internal object?[] this[int place]
    {
        get
        {
            var (rows, at) = windows.Find(place);
            return rows[at];
        }
    }

    internal void Add(IReadOnlyList<object?[]> rows) => windows.Add(rows, rows.Count);
}
