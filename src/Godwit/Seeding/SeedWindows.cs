namespace Godwit.Seeding;

/// <summary>Rows a few thousand at a time: what is held in memory while they are written, and shown from when one is refused.</summary>
internal static class SeedWindows
{
    internal const int Size = 5000;

    /// <summary>After how many letters a window of a file ends before that: where fields are long, a few rows are enough.</summary>
    internal const int Letters = 256 * 1024;

    /// <summary>How many windows of a file are one stream: their rows are in memory until the database has taken all of them.</summary>
    internal const int OfAStream = 20;

    internal static IAsyncEnumerable<SeedWindow> Of(IEnumerable<object?[]> rows) => rows.Chunk(Size).Select(window => new SeedWindow(window)).ToAsyncEnumerable();

    /// <summary>Reads each window on another processor while the one before it is written.</summary>
    internal static async IAsyncEnumerable<SeedWindow> Ahead(IAsyncEnumerable<SeedWindow> windows)
    {
        await using var reading = windows.GetAsyncEnumerator();
        var next = Task.Run(NextAsync);
        try
        {
            while (await next is { } window)
            {
                next = Task.Run(NextAsync);
                yield return window;
            }
        }
        finally
        {
            // Where a row was refused, nobody asks any more what is wrong with later ones.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<SeedWindow?> NextAsync() => await reading.MoveNextAsync() ? reading.Current : null;
    }
}
