using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>The server is ended at once while runs are at work, and started again, until one run has ended well.</summary>
/// <param name="target">The product.</param>
/// <param name="tally">What is told of each round.</param>
/// <param name="server">The server.</param>
/// <param name="signal">What ends it at once.</param>
/// <param name="name">What it is called.</param>
/// <param name="port">The port on which the runners come through it; null for the server's own.</param>
internal sealed class ServerKills(FaultTarget target, Tally tally, ServerProcess server, Signal signal, string name, int? port = null) : Campaign(target, tally)
{
    private const int MostAttempts = 100;
    private const int Rivals = 2;

    internal override string Name => name;

    // one server, so one round at a time
    internal override int Lanes => 1;

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var way = database.UrlThrough(port ?? database.Port);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var story = $"round {number}, attempt {attempt}";
            var runners = Enumerable.Range(0, Rivals).Select(_ => RunnerProcess.Start(way, Target.Migrations, LockTimeout)).ToArray();
            await runners[0].Begun;
            var life = Moment(random, 10, 500) * (1 + (attempt / 10));
            await Task.WhenAny(runners[0].Ended, Task.Delay(life));
            if (!runners[0].Ended.IsCompleted) await RestartAsync(database);
            var outcomes = await Task.WhenAll(runners.Select(runner => runner.EndAsync(Bound)));
            foreach (var outcome in outcomes)
            {
                if (!IsExpected(outcome)) await ViolatedAsync(database, story, outcome);
            }

            foreach (var runner in runners) runner.Dispose();
            if (!outcomes.Any(outcome => outcome.End is End.Well)) continue;
            await FinishAsync(database, story);
            return true;
        }

        Violated($"round {number}", "no run came to the end");
        return true;
    }

    private async Task RestartAsync(FaultDatabase database)
    {
        Tally.Kill();
        await server.KillAsync(signal);
        await server.StartAsync(() => database.RowsThroughAsync(port ?? database.Port, "SELECT 1"));
    }

    private static bool IsExpected(Outcome outcome) =>
        outcome.End is End.Well
        || outcome is { End: End.Refused, Code: ErrorCode.ConnectionLost or ErrorCode.ServerUnreachable or ErrorCode.LockLost };
}
