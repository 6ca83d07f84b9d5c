namespace Godwit.Dialects;

/// <summary>Windows of rows one after the other, and which of them holds a row by its place among all.</summary>
internal sealed class RowPlaces<TWindow>
{
    private readonly List<(int First, TWindow Window)> windows = [];

    /// <summary>How many rows there are in all windows.</summary>
    internal int Count { get; private set; }

    /// <summary>The windows in their order.</summary>
    internal IEnumerable<TWindow> Windows => windows.Select(window => window.Window);

    internal void Add(TWindow window, int rows)
    {
        windows.Add((Count, window));
        Count += rows;
    }

    /// <summary>The window that holds a row, and the row's place in it.</summary>
    internal (TWindow Window, int Place) Find(int place)
    {
        var (first, window) = windows.FindLast(window => window.First <= place);
        return (window, place - first);
    }
}
