using System.Data.Common;
using Godwit.Execution;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>A table that others use: a change of it gives up after a moment, says who they are, and is tried again.</summary>
public abstract class BlockedTableSpecification<TProduct> : Specification<TProduct>
    where TProduct : ServerProduct, new()
{
    [DatabaseFact]
    public async Task A_change_is_tried_again_until_the_table_is_free_and_who_uses_it_is_said()
    {
        await using var user = await InUseAsync();
        Project.Write("2_b.sql", "ALTER TABLE a ADD COLUMN b integer;").Write("3_c.sql", Script.Table("c"));

        var run = Task.Run(() => Project.Migrator(Impatient).MigrateAsync());
        while (Events<ExecutionEvent.Blocked>().Length == 0 && !run.IsCompleted) await Task.Delay(20);
        await user.ExecuteAsync("COMMIT");

        Assert.Equal(["2_b", "3_c"], Ids(await run));
        Assert.Equal(["1 1_a applied", "2 2_b applied", "2 3_c applied"], await Project.HistoryAsync());
        var blocked = Events<ExecutionEvent.Blocked>()[0];
        Assert.Equal(("2_b", 1, 5), (blocked.Step.Id, blocked.Attempt, blocked.Attempts));
        Assert.StartsWith("ALTER TABLE a", blocked.Statement.Text, StringComparison.Ordinal);
        Assert.NotEmpty(blocked.Holders);
        Assert.All(blocked.Holders, holder => Assert.InRange(holder.Since!.Value, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1)));
    }

    [DatabaseFact]
    public async Task After_the_last_attempt_it_is_an_error_and_the_next_run_goes_on()
    {
        await using var user = await InUseAsync();
        Project.Write("2_b.sql", "ALTER TABLE a ADD COLUMN b integer;");

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator(options => Impatient(options) with { LockAttempts = 2 }).MigrateAsync());

        Assert.Equal(ErrorCode.Locked, error.Code);
        Assert.Contains("did not get a lock", error.Message, StringComparison.Ordinal);
        AssertHelpful(error);
        Assert.Single(Events<ExecutionEvent.Blocked>());
        await user.ExecuteAsync("COMMIT");
        Assert.Equal(["2_b"], Ids(await Project.MigrateAsync()));
    }

    [DatabaseFact]
    public async Task What_stands_beside_the_blocked_change_is_done_once()
    {
        await using var user = await InUseAsync();
        Project.Write("2_b.sql", Script.Table("b"))
            .Write("3_rows.sql", "INSERT INTO b VALUES (1); ALTER TABLE a ADD COLUMN b integer; INSERT INTO b VALUES (2);");

        var run = Task.Run(() => Project.Migrator(Impatient).MigrateAsync());
        while (Events<ExecutionEvent.Blocked>().Length == 0 && !run.IsCompleted) await Task.Delay(20);
        await user.ExecuteAsync("COMMIT");

        Assert.Equal(["2_b", "3_rows"], Ids(await run));
        Assert.Equal(["1", "2"], await Project.RowsAsync("SELECT id FROM b ORDER BY id"));
    }

    [DatabaseFact]
    public async Task A_range_of_a_backfill_that_is_blocked_is_tried_again_and_changes_each_row_once()
    {
        Project.Code("1_notes", schema => schema.Create("notes", table =>
        {
            table.Id();
            table.Integer("length").Default(0);
        })).Code("2_rows", schema => schema.Insert("notes", [.. Enumerable.Range(1, 45).Select(id => new { id })]));
        await Project.MigrateAsync();
        await using var user = await Project.ConnectAsync();
        await user.ExecuteAsync("START TRANSACTION");
        await user.ExecuteAsync("UPDATE notes SET length = 100 WHERE id = 25");
        Project.Code("3_fill", schema => schema.Backfill("notes", "length = length + 1", batchSize: 10), _ => { });

        var run = Task.Run(() => Project.Migrator(Impatient).MigrateAsync());
        while (Events<ExecutionEvent.Blocked>().Length == 0 && !run.IsCompleted) await Task.Delay(20);
        await user.ExecuteAsync("ROLLBACK");

        Assert.Equal(["3_fill"], Ids(await run));
        Assert.Equal([1, 2, 3, 4, 5], Events<ExecutionEvent.RangeCompleted>().Select(range => range.Number));
        Assert.NotEmpty(Events<ExecutionEvent.Blocked>());
        Assert.Equal(["1 45"], await Project.RowsAsync("SELECT length, count(*) FROM notes GROUP BY length"));
    }

    protected static MigratorOptions Impatient(MigratorOptions options) => options with { StatementLockTimeout = TimeSpan.FromSeconds(1), LockAttempts = 5 };

    // An open transaction that has read the table: harmless to everybody but a change of the table.
    private async Task<DbConnection> InUseAsync()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        await Project.ExecuteAsync("INSERT INTO a VALUES (1)");
        var user = await Project.ConnectAsync();
        await user.ExecuteAsync("START TRANSACTION");
        await user.RowsAsync("SELECT * FROM a");
        return user;
    }
}
