using Godwit.Dialects;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests;

/// <summary>The lock of a cluster. Its rules are those of rows, which a single server keeps as well.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class LeaseTest : Specification<MySqlProduct>
{
    private const string Row = "SELECT token, owner FROM migrations_lock WHERE id = 1";

    private static readonly BookkeepingTables Tables = new("migrations");

    [DatabaseFact]
    public async Task It_is_had_by_one_at_a_time_and_each_holder_has_a_higher_token()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        var first = await Lease("lock1").TryAcquireAsync(one, "first", CancellationToken.None);

        // another name: as on another node, GET_LOCK excludes nobody
        Assert.Null(await Elsewhere("lock2").TryAcquireAsync(other, "second", CancellationToken.None));
        await first!.DisposeAsync();
        await using var second = await Elsewhere("lock2").TryAcquireAsync(other, "second", CancellationToken.None);

        Assert.True(second!.Token > first.Token);
        Assert.Contains("second", (await Project.RowsAsync(Row))[0], StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task The_work_of_a_holder_whose_lease_was_taken_away_is_refused()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        await using var first = await Lease("lock1").TryAcquireAsync(one, "first", CancellationToken.None);
        Assert.True(await Elsewhere("lock2").BreakAsync(other, CancellationToken.None));
        await using var second = await Elsewhere("lock2").TryAcquireAsync(other, "second", CancellationToken.None);

        await Assert.ThrowsAsync<StatementException>(() => WorkAsync(one, first!));
        await one.RollbackAsync();
        await WorkAsync(other, second!);
        await WaitAsync(first!.Lost);
    }

    [DatabaseFact]
    public async Task The_lease_of_a_session_that_is_gone_from_this_node_is_taken_at_once()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        await using var left = await Lease("lock1").TryAcquireAsync(one, "first", CancellationToken.None);
        await one.DisposeAsync();

        HeldLock? next = null;
        for (var i = 0; next is null && i < 100; i++, await Task.Delay(20)) next = await Lease("lock1").TryAcquireAsync(other, "second", CancellationToken.None);

        Assert.Equal(left!.Token + 1, next!.Token);
        await next.DisposeAsync();
    }

    [DatabaseFact]
    public async Task The_lease_of_a_holder_elsewhere_that_does_not_beat_is_taken_after_a_while()
    {
        await using var session = await OpenAsync();
        await Project.ExecuteAsync("UPDATE migrations_lock SET owner = 'gone at elsewhere:1', token = 7 WHERE id = 1");
        var lease = Lease("lock1");
        var started = System.Diagnostics.Stopwatch.StartNew();

        HeldLock? held = null;
        for (; held is null; await Task.Delay(200)) held = await lease.TryAcquireAsync(session, "next", CancellationToken.None);

        Assert.True(started.Elapsed > MySqlLease.Patience, $"{started.Elapsed}");
        Assert.Equal(8, held.Token);
        await held.DisposeAsync();
    }

    [DatabaseFact]
    public async Task A_holder_elsewhere_that_does_not_beat_is_nobody_to_wait_for_after_a_while()
    {
        await using var session = await OpenAsync();
        await Project.ExecuteAsync("UPDATE migrations_lock SET owner = 'gone at elsewhere:1', token = 7 WHERE id = 1");
        var lease = Lease("lock1");
        var started = System.Diagnostics.Stopwatch.StartNew();

        while (await lease.HolderAsync(session, CancellationToken.None) is not null && started.Elapsed < 3 * MySqlLease.Patience) await Task.Delay(200);

        Assert.InRange(started.Elapsed, MySqlLease.Patience, 2 * MySqlLease.Patience);
    }

    [DatabaseFact]
    public async Task A_transaction_that_the_cluster_rolled_back_without_a_word_is_not_taken_for_committed()
    {
        await using var session = await OpenAsync();
        await using var held = await Lease("lock1").TryAcquireAsync(session, "first", CancellationToken.None);
        await session.ScalarAsync("BEGIN", CancellationToken.None);
        foreach (var fence in held!.Fence) await session.ScalarAsync(fence.Text, CancellationToken.None);
        await session.ScalarAsync("ROLLBACK", CancellationToken.None);

        await Assert.ThrowsAsync<StatementException>(() => session.ScalarAsync(held.Seal[0].Text, CancellationToken.None));
    }

    private static async Task WaitAsync(CancellationToken lost)
    {
        var gone = new TaskCompletionSource();
        await using var _ = lost.Register(gone.SetResult);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    private static async Task WorkAsync(DatabaseSession session, HeldLock held)
    {
        await session.ScalarAsync("BEGIN", CancellationToken.None);
        foreach (var statement in held.Fence.Concat(held.Seal)) await session.ScalarAsync(statement.Text, CancellationToken.None);
        await session.ScalarAsync("COMMIT", CancellationToken.None);
    }

    private async Task<DatabaseSession> OpenAsync()
    {
        await Project.Migrator().InstallAsync();
        return await Project.Handle().OpenAsync(CancellationToken.None);
    }

    private MySqlLease Lease(string name) => new((MySqlDatabase)Project.Handle(), Tables, MySqlDialect.Instance.Literal(name + Project.Root));

    // A rival that finds the holder on its own node takes over at once: this one says that it is on another.
    private MySqlLease Elsewhere(string name) => new((MySqlDatabase)Project.Handle(), Tables, MySqlDialect.Instance.Literal(name + Project.Root)) { Node = "'elsewhere:2'" };
}
