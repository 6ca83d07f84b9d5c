using Godwit.Faults.Running;
using Godwit.Faults.Targets;
using Godwit.Faults.Wire;

namespace Godwit.Faults.Campaigns;

/// <summary>
/// Every message that a run sends to its server is a boundary: the runner is killed before it, inside it, while the server works at
/// it, and when the server has answered. Each is followed by a run that nobody disturbs.
/// </summary>
internal class FailPoints(FaultTarget target, Tally tally) : Campaign(target, tally)
{
    private static readonly CutSide[] Sides = [CutSide.Before, CutSide.Within, CutSide.After, CutSide.Answered];

    private int moments;
    private int[] order = [];

    internal override string Name => "fail points";

    /// <summary>How many there are.</summary>
    internal int Count => moments * Sides.Length;

    internal override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await using var database = await Target.CreateAsync();
        await using var proxy = new WireProxy(database.Port, Target.Frames!, cut: null);
        using var runner = RunnerProcess.Start(database.UrlThrough(proxy.Port), Target.Migrations, LockTimeout);
        await runner.EndAsync(Bound);
        moments = proxy.Moments;
    }

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        if (number >= Count) return false;
        await using var database = await Target.CreateAsync();
        // the server may be anywhere in the message when the runner is gone
        var side = Sides[Place(number) % Sides.Length];
        var delay = TimeSpan.FromMilliseconds(side is CutSide.After ? random.Next(6) : 0);
        var cut = new Cut(1 + (Place(number) / Sides.Length), side, delay);
        await using var proxy = new WireProxy(database.Port, Target.Frames!, cut);
        using var runner = RunnerProcess.Start(database.UrlThrough(proxy.Port), Target.Migrations, LockTimeout);
        proxy.OnCut = () => Break(runner);
        var outcome = await runner.EndAsync(Bound);
        if (!IsExpected(outcome)) await ViolatedAsync(database, cut.ToString(), outcome);
        await FinishAsync(database, cut.ToString());
        return true;
    }

    /// <summary>What breaks at the boundary, besides the connection.</summary>
    protected virtual void Break(RunnerProcess runner)
    {
        Tally.Kill();
        runner.Kill();
    }

    /// <summary>Whether the disturbed run may end so.</summary>
    protected virtual bool IsExpected(Outcome outcome) => outcome.End is End.Killed or End.Well;

    // All of them in an order in which the first few are spread over the whole run.
    private int Place(int number)
    {
        if (order.Length != Count)
        {
            order = [.. Enumerable.Range(0, Count)];
            new Random(Count).Shuffle(order);
        }

        return order[number];
    }
}
