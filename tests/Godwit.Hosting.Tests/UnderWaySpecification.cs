using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Hosting.Tests;

/// <summary>An application that starts while another run migrates its database, where the database tells of that.</summary>
public abstract class UnderWaySpecification<TProduct> : HostingSpecification<TProduct>
    where TProduct : ServerProduct, new()
{
    [DatabaseTheory]
    [InlineData(AtStart.Migrate)]
    [InlineData(AtStart.Verify)]
    public async Task It_waits_for_the_run_and_then_starts(AtStart atStart)
    {
        WriteTwoMigrations();
        using var goOn = new ManualResetEventSlim();
        var run = await BeginAsync(goOn);
        var application = NewApplication(options => options.AtStart = atStart);

        var start = application.StartAsync();
        while (!start.IsCompleted && !application.Log.Lines.Any(line => line.StartsWith("Information Godwit[2]", StringComparison.Ordinal))) await Task.Delay(20);
        Assert.False(start.IsCompleted);
        goOn.Set();
        await start;

        Assert.Equal(["001_create_birds", "002_create_nests"], Ids(await run.Result));
        Assert.Equal(2, (await Project.HistoryAsync()).Length);
    }

    [DatabaseFact]
    public async Task It_gives_up_when_the_run_takes_longer_than_it_may_wait()
    {
        WriteTwoMigrations();
        using var goOn = new ManualResetEventSlim();
        var run = await BeginAsync(goOn);

        var verifying = await NewApplication(options => (options.AtStart, options.StartTimeout) = (AtStart.Verify, TimeSpan.FromSeconds(1))).FailToStartAsync();
        var migrating = await NewApplication(options => options.ConfigureMigrator(one => one with { LockTimeout = TimeSpan.FromSeconds(1) })).FailToStartAsync();
        goOn.Set();
        await run.Result;

        Assert.Equal(ErrorCode.Pending, verifying.Code);
        Assert.Equal(ErrorCode.Locked, migrating.Code);
    }

    /// <summary>A run that holds the lock, and goes on when it is told to.</summary>
    private async Task<OtherRun> BeginAsync(ManualResetEventSlim goOn)
    {
        var begun = new TaskCompletionSource();
        var migrator = Project.Migrator(options => options with
        {
            OnEvent = happened =>
            {
                if (happened is not ExecutionEvent.RunStarted) return;
                begun.SetResult();
                goOn.Wait(TimeSpan.FromMinutes(1));
            },
        });
        var run = Task.Run(() => migrator.MigrateAsync());
        await begun.Task;
        return new OtherRun(run);
    }

    // a task inside a task would be awaited with it
    private sealed record OtherRun(Task<RunResult> Result);
}
