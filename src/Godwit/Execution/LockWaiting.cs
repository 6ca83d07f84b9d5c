namespace Godwit.Execution;

/// <summary>How long statements wait for locks that others hold, and how often they are tried.</summary>
/// <param name="Limit">How long one waits at the most before it gives up; zero waits without end.</param>
/// <param name="Attempts">How often it is tried.</param>
/// <param name="StatementLimit">How long a statement may take; null is without limit.</param>
internal sealed record LockWaiting(TimeSpan Limit, int Attempts, TimeSpan? StatementLimit)
{
    // A lock_timeout below deadlock_timeout (1 s) never gets past a running autovacuum, which only the deadlock check cancels: so
    // the first attempts are short, for the sake of those who come after, and the later ones long enough.
    private static readonly TimeSpan[] Ramp = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3)];
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>How long an attempt waits for a lock; null is without limit.</summary>
    /// <param name="attempt">The attempt, counted from 1.</param>
    internal TimeSpan? LimitOf(int attempt)
    {
        if (Limit <= TimeSpan.Zero) return null;
        return attempt <= Ramp.Length && attempt < Attempts && Ramp[attempt - 1] < Limit ? Ramp[attempt - 1] : Limit;
    }

    /// <summary>The pause after an attempt: a random part of a time that doubles, so that those who wait do not come in step.</summary>
    internal static TimeSpan PauseAfter(int attempt, Random random)
    {
        var longest = FirstPause * Math.Pow(2, attempt - 1);
        return (longest < LongestPause ? longest : LongestPause) * random.NextDouble();
    }
}
