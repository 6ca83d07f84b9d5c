using System.Diagnostics;
using Godwit.Dialects;

namespace Godwit.Execution;

/// <summary>Waits for something that another run or another program holds, by asking again and again, up to a limit.</summary>
internal sealed class Patience(TimeSpan limit, Action<ExecutionEvent> emit)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Random random = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private TimeSpan pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Says who is waited for, and waits a little, a random part of it so that those who wait do not ask in step.</summary>
    /// <exception cref="GodwitException">The limit is reached.</exception>
    internal async Task WaitAsync(LockHolder? holder, string what, CancellationToken cancellation)
    {
        var waited = Stopwatch.GetElapsedTime(started);
        if (waited >= limit) throw GivenUp(holder, what, waited);
        emit(new ExecutionEvent.Waiting(holder, waited));
        await Task.Delay(pause * (0.5 + random.NextDouble()), cancellation);
        pause = pause * 2 < Longest ? pause * 2 : Longest;
    }

    private static GodwitException GivenUp(LockHolder? holder, string what, TimeSpan waited)
    {
        var who = holder is null
            ? ""
            : $" It is held by {holder.Owner}" + (holder.Since is { } since ? $" since {since:yyyy-MM-dd HH:mm:ss} UTC" : "")
                + (holder.Activity is { Length: > 0 } activity ? $" ({activity})" : "") + ".";
        return new GodwitException(ErrorCode.Locked, $"{what} after waiting {waited.TotalSeconds:0} s.{who}",
            "Wait for the other run to end, or wait longer: --lock-timeout 5m. godwit unlock ends a run that hangs.", state: "Nothing was changed by this run.");
    }
}
