using System.Diagnostics;

namespace Godwit.Cli.Rendering;

/// <summary>The last line of a terminal, rewritten in place: what is being done, and for how long already.</summary>
internal sealed class LiveLine(Terminal terminal) : IDisposable
{
    private const string Erase = "\r\u001b[2K";

    // what is quicker needs no clock
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private Timer? clock;
    private string? text;
    private long since;

    /// <summary>Shows a text in place of the one before.</summary>
    internal void Show(string what)
    {
        lock (turn)
        {
            clock ??= new Timer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (text is null) clock.Change(Second, Second);
            (text, since) = (what, Stopwatch.GetTimestamp());
            Write(what);
        }
    }

    /// <summary>Takes the line away.</summary>
    internal void Clear()
    {
        lock (turn)
        {
            if (text is null) return;
            clock?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            text = null;
            terminal.Error.Write(Erase);
        }
    }

    public void Dispose() => clock?.Dispose();

    private void Tick()
    {
        lock (turn)
        {
            if (text is not null && Stopwatch.GetElapsedTime(since) is var elapsed && elapsed >= Second) Write($"{text}  {elapsed.TotalSeconds:0} s");
        }
    }

    private void Write(string line) =>
        terminal.Error.Write(Erase + Styles.Apply("  " + Shortened.Text(line, Math.Max(20, terminal.ErrorWidth - 3)), Style.Faint, terminal.ErrorColours));
}
