using Godwit.Dialects;

namespace Godwit.Seeding;

/// <summary>Windows that go to the database as one stream, so that it need not wait between them.</summary>
/// <param name="windows">The windows; it has been moved to the first of the batch.</param>
/// <param name="most">How many windows a batch has at most; fewer where their rows are long, because all are in memory until the database has taken them.</param>
internal sealed class SeedBatch(IAsyncEnumerator<SeedWindow> windows, int most) : IDisposable
{
    private const long MostLetters = 4_000_000;

    private readonly RowPlaces<SeedWindow> begun = new();

    /// <summary>How many rows were given so far.</summary>
    internal int Rows => begun.Count;

    internal async IAsyncEnumerable<IReadOnlyList<object?[]>> WindowsAsync()
    {
        var letters = 0L;
        do
        {
            var window = windows.Current;
            letters += RowInserts.Letters(window.Rows);
            begun.Add(window, window.Rows.Count);
            yield return window.Rows;
        }
        while (begun.Windows.Count() < most && letters < MostLetters && await windows.MoveNextAsync());
    }

    /// <summary>Where a row of the batch stands in a file.</summary>
    internal SourceLocation? Locate(int place)
    {
        var (window, at) = begun.Find(place);
        return window.Locate(at);
    }

    public void Dispose()
    {
        foreach (var window in begun.Windows) (window.Rows as IDisposable)?.Dispose();
    }
}
