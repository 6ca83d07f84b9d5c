using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Godwit.Hosting;

/// <summary>The patience of a starting application: it asks again and again, with growing pauses, up to a limit.</summary>
internal sealed class Patience(TimeSpan limit, ILogger log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Random random = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private TimeSpan next = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether the limit is reached.</summary>
    internal bool IsOver => Left <= TimeSpan.Zero;

    private TimeSpan Left => limit - Stopwatch.GetElapsedTime(started);

    /// <summary>Does something on a database as soon as its server answers.</summary>
    /// <exception cref="GodwitException">It did not answer in time; or what was done failed for another reason, which is not tried again.</exception>
    internal async Task<T> UntilReachableAsync<T>(Database database, Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (GodwitException down) when (down.Code is ErrorCode.ServerUnreachable)
            {
                if (IsOver) throw GivenUp(down, attempt);
                log.Unreachable(database.Description, attempt, next, down.Message);
                await PauseAsync(cancellation);
            }
        }
    }

    /// <summary>Waits a while, a random part of it so that instances that started together do not ask in step.</summary>
    internal async Task PauseAsync(CancellationToken cancellation)
    {
        var pause = next * (0.75 + (random.NextDouble() / 2));
        await Task.Delay(pause < Left ? pause : Left > TimeSpan.Zero ? Left : TimeSpan.Zero, cancellation);
        next = next * 2 < Longest ? next * 2 : Longest;
    }

    private GodwitException GivenUp(GodwitException down, int attempts) => new(
        down.Code,
        attempts == 1 ? down.Message : $"{down.Message} It was tried {attempts} times in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s.",
        $"{down.Remedy} To wait longer for it at start-up, raise StartTimeout.",
        state: "Nothing was changed.",
        inner: down);
}
