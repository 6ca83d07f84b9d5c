using Godwit.Execution;
using Xunit;

namespace Godwit.Tests.Execution;

public sealed class LockWaitingTest
{
    [Fact]
    public void The_first_attempts_are_short_and_the_last_has_the_whole_limit()
    {
        var waiting = new LockWaiting(TimeSpan.FromSeconds(5), 6, null);

        Assert.Equal([0.5, 1.5, 3, 5, 5, 5], Enumerable.Range(1, 6).Select(attempt => waiting.LimitOf(attempt)!.Value.TotalSeconds));
        Assert.Equal([0.5, 5], Enumerable.Range(1, 2).Select(attempt => (waiting with { Attempts = 2 }).LimitOf(attempt)!.Value.TotalSeconds));
        Assert.Equal([0.2, 0.2], Enumerable.Range(1, 2).Select(attempt => (waiting with { Limit = TimeSpan.FromSeconds(0.2) }).LimitOf(attempt)!.Value.TotalSeconds));
        Assert.Null((waiting with { Limit = TimeSpan.Zero }).LimitOf(1));
    }

    [Fact]
    public void Pauses_grow_up_to_a_limit_and_differ()
    {
        var random = new Random(1);
        var pauses = Enumerable.Range(1, 40).Select(attempt => LockWaiting.PauseAfter(attempt, random).TotalSeconds).ToArray();

        Assert.InRange(pauses[0], 0, 0.25);
        Assert.All(pauses, pause => Assert.InRange(pause, 0, 10));
        Assert.True(pauses.Distinct().Count() > 30);
    }
}
