using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>One node of a cluster is killed while runs are at work on two of them, and joins again, until one run has ended well.</summary>
/// <param name="target">The cluster.</param>
/// <param name="tally">What is told of each round.</param>
/// <param name="nodes">Its nodes, in the order of their ports.</param>
internal sealed class NodeKills(FaultTarget target, Tally tally, ServerProcess[] nodes) : Campaign(target, tally)
{
    private const int MostAttempts = 40;

    internal override string Name => "node kills";

    // one cluster, so one round at a time
    internal override int Lanes => 1;

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var story = $"round {number}, attempt {attempt}";
            var killed = random.Next(nodes.Length);
            using var onIt = Start(database, killed);
            using var beside = Start(database, (killed + 1) % nodes.Length);
            await onIt.Begun;
            await Task.WhenAny(onIt.Ended, Task.Delay(Moment(random, 10, 500) * (1 + (attempt / 10))));
            var isKilled = !onIt.Ended.IsCompleted;
            if (isKilled) await KillAsync(nodes[killed]);
            Outcome[] outcomes = [await onIt.EndAsync(Bound), await beside.EndAsync(Bound)];
            if (isKilled) await nodes[killed].StartAsync(() => database.RowsThroughAsync(database.Port + killed, "SELECT 1 FROM mysql.db LIMIT 1"));
            foreach (var outcome in outcomes)
            {
                if (!IsExpected(outcome)) await ViolatedAsync(database, story, outcome);
            }

            if (!outcomes.Any(outcome => outcome.End is End.Well)) continue;
            await FinishAsync(database, story);
            return true;
        }

        Violated($"round {number}", "no run came to the end");
        return true;
    }

    private RunnerProcess Start(FaultDatabase database, int node) => RunnerProcess.Start(database.UrlThrough(database.Port + node), Target.Migrations, LockTimeout);

    private async Task KillAsync(ServerProcess node)
    {
        Tally.Kill();
        await node.KillAsync(Signal.Kill);
    }

    // The cluster takes some seconds to see that a node is gone, and refuses work meanwhile.
    private static bool IsExpected(Outcome outcome) =>
        outcome.End is End.Well
        || outcome is { End: End.Refused, Code: ErrorCode.ConnectionLost or ErrorCode.ServerUnreachable or ErrorCode.LockLost };
}
