using Godwit.Execution;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>The lock of a server: who holds it is known, others wait for it in turn, and it can be broken.</summary>
public abstract class LockSpecification<TProduct> : Specification<TProduct>
    where TProduct : ServerProduct, new()
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [DatabaseFact]
    public async Task A_run_that_waits_says_for_whom_and_goes_on_when_the_other_has_ended()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        var holder = HoldAsync();
        await held.Task;

        var waiting = Task.Run(Project.MigrateAsync);
        while (Events<ExecutionEvent.Waiting>().Length < 2) await Task.Delay(20);
        release.SetResult();

        Assert.Equal(2, (await holder).Completed.Length);
        Assert.Empty((await waiting).Completed);
        // the last look may find that the holder has just ended
        Assert.Contains(Events<ExecutionEvent.Waiting>(), waited => waited.Holder?.Owner.Contains("holder's name", StringComparison.Ordinal) is true);
    }

    [DatabaseFact]
    [Trait("Parity", "A17")]
    public async Task A_run_gives_up_when_it_has_waited_long_enough_and_names_the_holder()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var holder = HoldAsync();
        await held.Task;

        var error = await Assert.ThrowsAsync<GodwitException>(() =>
            Project.Migrator(options => options with { LockTimeout = TimeSpan.FromSeconds(0.5) }).MigrateAsync());
        release.SetResult();
        await holder;

        Assert.Equal(ErrorCode.Locked, error.Code);
        Assert.Contains("holder's name", error.Message, StringComparison.Ordinal);
        Assert.Contains("unlock", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "C9")]
    public async Task A_run_that_waits_can_be_cancelled()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var holder = HoldAsync();
        await held.Task;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().MigrateAsync(cancellation.Token));
        release.SetResult();
        await holder;

        Assert.Equal(ErrorCode.Cancelled, error.Code);
    }

    [DatabaseFact]
    public async Task The_holder_is_known_while_it_holds_and_nobody_is_afterwards()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        Assert.Null(await Project.Migrator().LockHolderAsync());
        var holder = HoldAsync();
        await held.Task;

        var known = await Project.Migrator().LockHolderAsync();
        release.SetResult();
        await holder;

        Assert.Contains("holder's name", known!.Owner, StringComparison.Ordinal);
        Assert.Null(await Project.HolderAfterAsync(Project.Migrator()));
    }

    [DatabaseFact]
    public async Task Reading_does_not_wait_for_the_lock()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var holder = HoldAsync();
        await held.Task;

        Assert.Single(await Project.Migrator().PendingAsync());
        release.SetResult();
        await holder;
    }

    [DatabaseFact]
    public async Task A_run_with_nothing_to_do_does_not_wait_for_the_lock()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var holder = HoldAsync();
        await held.Task;

        await Project.Migrator(options => options with { Directories = [], LockTimeout = TimeSpan.Zero }).MigrateAsync();
        release.SetResult();
        await holder;
    }

    [DatabaseFact]
    public async Task Histories_of_other_names_have_locks_of_their_own()
    {
        Project.Write("1_a.sql", "SELECT 1;");
        var holder = HoldAsync();
        await held.Task;

        await Project.Migrator(options => options with { Table = "other", LockTimeout = TimeSpan.Zero }).MigrateAsync();
        release.SetResult();
        await holder;
    }

    [DatabaseFact]
    public async Task Unlocking_ends_the_run_that_holds_the_lock_and_the_next_run_goes_on()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_long.sql", Product.LongStatement + ";");
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holder = Task.Run(() => Project.Migrator(options => options with { OnEvent = Watch }).MigrateAsync());
        await inside.Task;

        Assert.True(await Project.Migrator().UnlockAsync());

        var error = await Assert.ThrowsAsync<GodwitException>(() => holder.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(error.Code is ErrorCode.LockLost or ErrorCode.ConnectionLost, $"{error.Code}: {error.Message}");
        Assert.NotNull(error.State);
        AssertHelpful(error);
        Assert.Null(await Project.HolderAfterAsync(Project.Migrator()));
        Assert.Equal(["1_a"], await Project.RowsAsync("SELECT migration FROM migrations WHERE state = 'applied'"));
        await Project.ExecuteAsync($"DELETE FROM migrations WHERE migration = '2_long'");
        await Project.ExecuteAsync($"DELETE FROM migrations_journal");
        Project.Write("2_long.sql", Script.Table("b"));
        Assert.Equal(["2_long"], Ids(await Project.MigrateAsync()));

        void Watch(ExecutionEvent happened)
        {
            if (happened is ExecutionEvent.StepCompleted) inside.SetResult();
        }
    }

    [DatabaseFact]
    public async Task Without_a_holder_there_is_nothing_to_unlock()
    {
        Assert.False(await Project.Migrator().UnlockAsync());
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Assert.False(await Project.Migrator().UnlockAsync());
    }

    // A run that has the lock and does not go on until it is released.
    private Task<RunResult> HoldAsync()
    {
        return Task.Run(() => Project.Migrator(options => options with { OnEvent = Stop, AppliedBy = "the holder's name" }).MigrateAsync());

        void Stop(ExecutionEvent happened)
        {
            if (happened is not ExecutionEvent.RunStarted) return;
            held.SetResult();
            release.Task.GetAwaiter().GetResult();
        }
    }
}
