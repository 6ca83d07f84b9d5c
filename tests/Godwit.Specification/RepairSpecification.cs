using Godwit.Dialects;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>The history is made to agree with what a person knows.</summary>
public abstract class RepairSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private const string HalfDone = "-- transaction: off\nCREATE TABLE a (id integer PRIMARY KEY);\nINSERT INTO missing VALUES (1);";

    [DatabaseFact]
    public async Task An_edited_file_is_accepted()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Write("1_a.sql", "-- a remark\n" + Script.Table("a"));
        await Project.MigrateAndFailAsync();

        Assert.Equal(RepairAction.ChecksumAccepted, await Project.Migrator().RepairAsync("1_a"));

        Assert.Empty((await Project.MigrateAsync()).Plan.Findings);
    }

    [DatabaseFact]
    public async Task A_migration_whose_file_is_gone_is_forgotten_and_what_it_did_stays()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Delete("1_a.sql");

        Assert.Equal(RepairAction.Forgotten, await Project.Migrator().RepairAsync("1"));

        Assert.Empty(await Project.HistoryAsync());
        Assert.Equal(["a"], await Project.TablesAsync());
        Assert.Empty((await Project.MigrateAsync()).Plan.Findings);
    }

    [DatabaseFact]
    public async Task A_migration_left_half_done_needs_a_decision_and_nothing_is_changed_without_one()
    {
        Project.Write("1_a.sql", HalfDone);
        await Project.MigrateAndFailAsync();
        var before = await Project.DumpAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().RepairAsync("1_a"));

        Assert.Equal(ErrorCode.InDoubt, error.Code);
        Assert.Contains("--done", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("--retry", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(before, await Project.DumpAsync());
    }

    [DatabaseFact]
    public async Task Decided_done_it_counts_as_applied_with_the_file_as_it_is()
    {
        Project.Write("1_a.sql", HalfDone);
        await Project.MigrateAndFailAsync();
        Project.Write("1_a.sql", Script.Table("a"));

        Assert.Equal(RepairAction.MarkedApplied, await Project.Migrator().RepairAsync("1_a", RepairDecision.Done));

        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
        Assert.Empty(await Project.RowsAsync("SELECT * FROM migrations_journal"));
        Assert.Empty((await Project.MigrateAsync()).Plan.Findings);
    }

    [DatabaseFact]
    public async Task Decided_to_retry_it_counts_as_not_begun()
    {
        Project.Write("1_a.sql", HalfDone);
        await Project.MigrateAndFailAsync();
        await Project.ExecuteAsync("DROP TABLE a");

        Assert.Equal(RepairAction.MarkedPending, await Project.Migrator().RepairAsync("1_a", RepairDecision.Retry));

        Assert.Empty(await Project.HistoryAsync());
        Project.Write("1_a.sql", Script.Table("a"));
        Assert.Equal(["1_a"], Ids(await Project.MigrateAsync()));
    }

    [DatabaseTheory]
    [InlineData(RepairDecision.Done, RepairAction.MarkedPending, 0)]
    [InlineData(RepairDecision.Retry, RepairAction.MarkedApplied, 1)]
    public async Task A_rollback_left_half_done_is_decided_the_other_way_round(RepairDecision decision, RepairAction action, int rows)
    {
        Project.Write("1_a.sql", $"-- transaction: off\n{Script.UpDown("CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);", "DROP TABLE a;\nDROP TABLE missing;")}");
        await Project.MigrateAsync();
        await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync());

        Assert.Equal(action, await Project.Migrator().RepairAsync("1_a", decision));

        Assert.Equal(rows, (await Project.HistoryAsync()).Length);
        Assert.Empty(await Project.RowsAsync("SELECT * FROM migrations_journal WHERE kind = 'down'"));
    }

    [DatabaseFact]
    public async Task A_rollback_left_half_done_is_gone_on_with_and_stops_runs_upward_until_then()
    {
        Project.Write("1_a.sql", $"-- transaction: off\n{Script.UpDown("CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);", "DROP TABLE a;\nDROP TABLE missing;")}");
        await Project.MigrateAsync();
        await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync());

        Assert.Equal(ErrorCode.InDoubt, (await Project.MigrateAndFailAsync()).Code);

        Project.Write("1_a.sql", $"-- transaction: off\n{Script.UpDown("CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);", "DROP TABLE a;\nDROP TABLE b;")}");
        Assert.Equal(["1_a"], Ids(await Project.RollbackAsync()));
        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData(RepairDecision.Done, RepairAction.StatementDone, new[] { "1", "2", "3" })]
    [InlineData(RepairDecision.Retry, RepairAction.StatementPending, new[] { "1", "2", "2", "3" })]
    public async Task Where_a_statement_was_cut_off_the_decision_is_about_that_statement_and_the_next_run_does_the_rest(
        RepairDecision decision, RepairAction action, string[] rows)
    {
        await CutOffAsync();

        Assert.Equal(action, await Project.Migrator().RepairAsync("1_a", decision));

        Assert.Equal(["1_a"], Ids(await Project.MigrateAsync()));
        Assert.Equal(rows, await Project.RowsAsync("SELECT n FROM a ORDER BY n"));
        Assert.Equal(["1_a applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
        Assert.Equal(decision is RepairDecision.Done ? "repair" : "-", await Project.ScalarAsync("SELECT via FROM migrations_journal WHERE idx = 2"));
    }

    [DatabaseFact]
    public async Task A_repair_waits_for_the_run_that_holds_the_lock_and_changes_nothing_meanwhile()
    {
        if (Project.Product.Dialect.Traits.DatabaseCreation is DatabaseCreation.OnFirstWrite) return;
        await CutOffAsync();
        var before = await Project.DumpAsync();
        var database = Project.Handle();
        await using (var worker = await database.OpenAsync(CancellationToken.None))
        {
            await using var held = await database.Lock(new BookkeepingTables("migrations")).TryAcquireAsync(worker, "another", CancellationToken.None);
            var migrator = Project.Migrator(options => options with { LockTimeout = TimeSpan.FromMilliseconds(200) });

            var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.RepairAsync("1_a", RepairDecision.Done));

            Assert.Equal(ErrorCode.Locked, error.Code);
            Assert.Contains("another", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before.Where(line => !line.StartsWith("table migrations_lock:", StringComparison.Ordinal)), await WithoutLockAsync());
        Assert.Equal(RepairAction.StatementDone, await Project.Migrator().RepairAsync("1_a", RepairDecision.Done));
    }

    // As a run that was killed inside the third of four statements leaves it.
    private async Task CutOffAsync()
    {
        Project.Write("1_a.sql", "-- transaction: off\nCREATE TABLE a (n integer);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nINSERT INTO missing VALUES (3);");
        await Project.MigrateAndFailAsync();
        await Project.ExecuteAsync("UPDATE migrations SET state = 'running'");
        await Project.ExecuteAsync("UPDATE migrations_journal SET state = 'running', via = NULL, finished = NULL WHERE idx = 2");
        Project.Write("1_a.sql", "-- transaction: off\nCREATE TABLE a (n integer);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nINSERT INTO a VALUES (3);");
    }

    [DatabaseFact]
    public async Task A_half_done_prefix_that_was_edited_stops_the_run_and_says_how_to_go_on()
    {
        Project.Write("1_a.sql", HalfDone);
        await Project.MigrateAndFailAsync();
        Project.Write("1_a.sql", "-- transaction: off\nCREATE TABLE other (id integer);");
        var before = await WithoutLockAsync();

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.InDoubt, error.Code);
        AssertHelpful(error);
        Assert.Equal(before, await WithoutLockAsync());
    }

    [DatabaseFact]
    public async Task Where_nothing_is_wrong_there_is_nothing_to_repair()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await Project.Migrator().MigrateAsync("1");
        var before = await Project.DumpAsync();

        Assert.Null(await Project.Migrator().RepairAsync("1_a"));
        Assert.Null(await Project.Migrator().RepairAsync("2_b", RepairDecision.Done));
        Assert.Equal(ErrorCode.UnknownRevision, (await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().RepairAsync("9"))).Code);
        Assert.Equal(before, await Project.DumpAsync());
    }

    private async Task<string[]> WithoutLockAsync() =>
        [.. (await Project.DumpAsync()).Where(line => !line.StartsWith("table migrations_lock:", StringComparison.Ordinal))];
}
