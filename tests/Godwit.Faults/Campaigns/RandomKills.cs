using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>
/// One to four runners start together, again and again, each killed 10 to 400 ms after it began, until one has ended well. On a machine that is
/// too busy to get anywhere in that time, they live longer with every ten attempts.
/// </summary>
internal sealed class RandomKills(FaultTarget target, Tally tally) : Campaign(target, tally)
{
    private const int MostAttempts = 150;
    private const int MostRivals = 4;

    internal override string Name => "random kills";

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var rivals = 1 + (number % MostRivals);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var runners = Enumerable.Range(0, rivals).Select(_ => (Process: RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout), Life: Moment(random, 10, 400) * (1 + (attempt / 10)))).ToArray();
            var outcomes = await Task.WhenAll(runners.Select(runner => LiveAsync(runner.Process, runner.Life)));
            foreach (var outcome in outcomes)
            {
                if (outcome.End is not (End.Well or End.Killed)) await ViolatedAsync(database, Story(attempt), outcome);
            }

            if (!outcomes.Any(outcome => outcome.End is End.Well)) continue;
            await VerifyAsync(database, Story(attempt));
            return true;
        }

        Violated(Story(MostAttempts), "no run came to the end");
        return true;

        string Story(int attempt) => $"round {number}, {rivals} rivals, attempt {attempt}";
    }

    private async Task<Outcome> LiveAsync(RunnerProcess runner, int milliseconds)
    {
        using (runner)
        {
            await runner.Begun;
            await Task.WhenAny(runner.Ended, Task.Delay(milliseconds));
            if (!runner.Ended.IsCompleted)
            {
                runner.Kill();
                Tally.Kill();
            }

            return await runner.EndAsync(Bound);
        }
    }
}
