namespace Godwit.Seeding;

/// <summary>Rows a few thousand at a time: what is held in memory while they are written, and shown from when one is refused.</summary>
internal static class SeedWindows
{
    internal const int Size = 5000;

#pragma warning disable CS1998 // it has the form of those that read files
    internal static async IAsyncEnumerable<object?[][]> Of(IEnumerable<object?[]> rows)
#pragma warning restore CS1998
    {
        foreach (var window in rows.Chunk(Size)) yield return window;
    }
}
