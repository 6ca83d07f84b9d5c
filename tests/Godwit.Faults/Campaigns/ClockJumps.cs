using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>Two runners whose clocks go wrong and jump for days, forward and back, each by itself, while they work; one of them is killed.</summary>
internal sealed class ClockJumps(FaultTarget target, Tally tally) : Campaign(target, tally)
{
    private const int MostDays = 400;
    private const int Jumps = 6;

    internal override string Name => "clock jumps";

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var story = $"round {number}";
        using var first = FakeClock.Create();
        using var second = FakeClock.Create();
        using var killed = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout, clock: first);
        using var other = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout, clock: second);
        await killed.Begun;
        for (var jump = 0; jump < Jumps && !killed.Ended.IsCompleted; jump++)
        {
            first.Jump(Offset(random));
            second.Jump(Offset(random));
            Tally.Fault();
            await Task.WhenAny(killed.Ended, Task.Delay(Moment(random, 10, 150)));
        }

        if (!killed.Ended.IsCompleted)
        {
            killed.Kill();
            Tally.Kill();
        }

        foreach (var outcome in (Outcome[])[await killed.EndAsync(Bound), await other.EndAsync(Bound)])
        {
            if (!IsExpected(outcome)) await ViolatedAsync(database, story, outcome);
        }

        await FinishAsync(database, story);
        return true;
    }

    // Drivers measure how long connecting and answering take by the clock on the wall: a jump ends it too early. That must be said, as a server
    // that does not answer or a connection that is lost.
    private static bool IsExpected(Outcome outcome) =>
        outcome.End is End.Well or End.Killed || outcome is { End: End.Refused, Code: ErrorCode.ServerUnreachable or ErrorCode.ConnectionLost };

    private static TimeSpan Offset(Random random) => TimeSpan.FromDays((random.NextDouble() * 2 * MostDays) - MostDays);
}
