using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>Every call back of SQLite is a boundary at which the runner kills itself. Each is followed by a run that nobody disturbs.</summary>
internal sealed class SqliteFailPoints(FaultTarget target, Tally tally) : Campaign(target, tally)
{
    private int[] order = [];

    internal override string Name => "fail points";

    internal override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await using var database = await Target.CreateAsync();
        using var runner = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout, moment: 0);
        await runner.EndAsync(Bound);
        order = [.. Enumerable.Range(1, runner.Moments)];
        new Random(order.Length).Shuffle(order);
    }

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        if (number >= order.Length) return false;
        await using var database = await Target.CreateAsync();
        var story = $"moment {order[number]} of {order.Length}";
        using var runner = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout, order[number]);
        var outcome = await runner.EndAsync(Bound);
        if (outcome.End is End.Killed) Tally.Kill();
        else if (outcome.End is not End.Well) await ViolatedAsync(database, story, outcome);
        await FinishAsync(database, story);
        return true;
    }
}
