using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>One kind of fault, tried in round after round, each on a database of its own.</summary>
/// <param name="target">The product.</param>
/// <param name="tally">What is told of each round.</param>
internal abstract class Campaign(FaultTarget target, Tally tally)
{
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestBound = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan UsualCleanRun = TimeSpan.FromSeconds(2);
    private const int TimesCleanRun = 40;
    private const int Readings = 3;

    /// <summary>Milliseconds after which something happens to a run, drawn anew each time; on a machine that is busy with other things, so many more.</summary>
    protected int Moment(Random random, int least, int most) => (int)(random.Next(least, most) * Math.Max(1, Invariants.CleanRun / UsualCleanRun));

    /// <summary>How long a runner may wait for others: less than the bound.</summary>
    protected TimeSpan LockTimeout => Bound * (ShortestPatience / ShortestBound);

    /// <summary>By when every run must have ended: on a machine that is busy with other things, a run that nobody disturbs takes longer, too.</summary>
    protected TimeSpan Bound => TimeSpan.FromTicks(Math.Max(ShortestBound.Ticks, TimesCleanRun * (Invariants?.CleanRun ?? TimeSpan.Zero).Ticks));

    /// <summary>Its name in options and reports.</summary>
    internal abstract string Name { get; }

    /// <summary>How many rounds may go on at once.</summary>
    internal virtual int Lanes => 2;

    protected FaultTarget Target => target;

    protected Tally Tally => tally;

    /// <summary>What must be so after each round.</summary>
    protected Invariants Invariants { get; private set; } = null!;

    /// <summary>Is called once before the first round.</summary>
    internal virtual async Task PrepareAsync() => Invariants = await target.InvariantsAsync();

    /// <summary>One round.</summary>
    /// <param name="number">Its number, counted from 0.</param>
    /// <param name="random">Chance, the same for the same seed and number.</param>
    /// <returns>Whether there was something left to try.</returns>
    internal abstract Task<bool> RoundAsync(int number, Random random);

    /// <summary>A run that nobody disturbs must end well; then everything must be as it should.</summary>
    protected async Task FinishAsync(FaultDatabase database, string story)
    {
        using var last = RunnerProcess.Start(database.Url, target.Migrations, LockTimeout);
        var outcome = await last.EndAsync(Bound);
        if (outcome.End is not End.Well) await ViolatedAsync(database, $"{story}, the run after it", outcome);
        else await VerifyAsync(database, story);
    }

    /// <summary>Everything must be as it should.</summary>
    protected async Task VerifyAsync(FaultDatabase database, string story)
    {
        for (var left = Readings; left > 0; left--)
        {
            try
            {
                var differences = await Invariants.DifferencesAsync(database);
                if (differences.Length > 0) Violated(story, differences);
                return;
            }
            catch (System.Data.Common.DbException unreadable)
            {
                // a node of a cluster may roll back who reads, for what a killed client has left in the queue
                if (left == 1) Violated(story, $"what is left cannot be read: {unreadable.Message}");
                else await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    protected void Violated(string story, string what) => tally.Violation($"{target.Name} {Name}, {story}: {what}");

    /// <summary>A run ended as none may.</summary>
    protected async Task ViolatedAsync(FaultDatabase database, string story, Outcome outcome) =>
        Violated(story, $"{outcome.End} {outcome.Text}{(outcome.Code is ErrorCode.InDoubt ? await LeftAsync(database) : "")}");

    // Why a person is asked can be told by what the run saw: the journal and the definitions.
    private static async Task<string> LeftAsync(FaultDatabase database)
    {
        try
        {
            var left = await database.RowsAsync("SELECT migration, kind, idx, hash, state, position, via, error FROM migrations_journal ORDER BY started, idx");
            return string.Concat(left.Concat(await database.DefinitionsAsync()).Select(row => $"\n    {row}"));
        }
        catch (System.Data.Common.DbException unreadable)
        {
            return $"\n    what is left cannot be read: {unreadable.Message}";
        }
    }
}
