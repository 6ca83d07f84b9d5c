using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>
/// A runner is stopped in the middle. In one round somebody takes its lock away and another runner goes on, in the next nobody does and
/// the other takes over when the lease has run out, or gives up where a lock has no end; then the first one wakes up and believes that
/// it still has the lock.
/// </summary>
internal sealed class Pauses(FaultTarget target, Tally tally) : Campaign(target, tally)
{
    // A lease is taken over after twelve seconds.
    private readonly TimeSpan beyondLease = TimeSpan.FromSeconds(target.HasLease ? 40 : 3);

    internal override string Name => "pauses";

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var story = $"round {number}";
        using var sleeper = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout);
        await sleeper.Begun;
        await Task.Delay(Moment(random, 10, 400));
        sleeper.Send(Signal.Stop);
        Tally.Fault();
        var isLeftAlone = number % 2 == 1;
        using var rival = RunnerProcess.Start(database.Url, Target.Migrations, isLeftAlone ? beyondLease : LockTimeout);
        await rival.Begun;
        if (isLeftAlone) await Task.WhenAny(rival.Ended, Task.Delay(Bound));
        else await UnlockAsync(database, rival);
        // they meet now, unless the rival has done everything, or waits for what the sleeper holds in the database itself
        await Task.WhenAny(rival.Ended, Task.Delay(random.Next(100, 3000)));
        sleeper.Send(Signal.Continue);
        var end = await rival.EndAsync(Bound);
        if (!isLeftAlone || Target.HasLease || end is not { End: End.Refused, Code: ErrorCode.Locked }) await CheckAsync(database, story + ", rival", end);
        await CheckAsync(database, story + ", sleeper", await sleeper.EndAsync(Bound));
        await FinishAsync(database, story);
        return true;
    }

    // As somebody would who sees that the holder does not move.
    private static async Task UnlockAsync(FaultDatabase database, RunnerProcess rival)
    {
        await using var handle = database.Handle();
        await using var migrator = new Migrator(handle);
        for (var i = 0; i < 20 && !rival.Ended.IsCompleted; i++)
        {
            if (await migrator.UnlockAsync()) return;
            await Task.Delay(20);
        }
    }

    // The one whose lock was taken away may say so. Both may be the one: the rival may have the lock when it is taken.
    private async Task CheckAsync(FaultDatabase database, string story, Outcome outcome)
    {
        var expected = outcome.End is End.Well || outcome is { End: End.Refused, Code: ErrorCode.ConnectionLost or ErrorCode.LockLost };
        if (!expected) await ViolatedAsync(database, story, outcome);
    }
}
