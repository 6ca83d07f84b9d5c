using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>Sixty-four runs start at once, each with connections of its own; every migration is applied by exactly one of them.</summary>
internal sealed class Stampede(FaultTarget target, Tally tally) : Campaign(target, tally)
{
    private const int Runners = 64;

    internal override string Name => "stampede";

    internal override int Lanes => 1;

    // MySql.Data blocks the thread that waits for the server.
    internal override Task PrepareAsync()
    {
        ThreadPool.SetMinThreads(2 * Runners, Runners);
        return base.PrepareAsync();
    }

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, Runners).Select(runner => Task.Run(() => RunAsync(database, $"round {number}, run {runner}"))));
        if (applied.Sum() != Target.Ids.Length) Violated($"round {number}", $"{applied.Sum()} applied of {Target.Ids.Length}");
        await VerifyAsync(database, $"round {number}");
        return true;
    }

    private async Task<int> RunAsync(FaultDatabase database, string story)
    {
        await using var handle = database.Handle();
        await using var migrator = new Migrator(handle, new MigratorOptions { Root = Target.Migrations, Directories = ["."], Assemblies = [typeof(Stampede).Assembly], LockTimeout = Bound, AppliedBy = "runner" });
        try
        {
            return (await migrator.MigrateAsync()).Completed.Length;
        }
        catch (GodwitException refusal)
        {
            Violated(story, $"{refusal.Code} {refusal.Message}");
            return 0;
        }
    }
}
