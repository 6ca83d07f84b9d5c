using Godwit.Execution;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Many runs at once, as when all instances of an application start together.</summary>
public abstract class ConcurrentRunSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private const int Runners = 8;
    private const int Migrations = 12;

    [DatabaseFact]
    [Trait("Parity", "E3")]
    public async Task Eight_runners_apply_each_migration_exactly_once_and_all_end_well()
    {
        Project.Write("0_log.sql", "CREATE TABLE log (entry integer);");
        for (var i = 1; i < Migrations; i++) Project.Write($"{i}_t.sql", $"CREATE TABLE t{i} (id integer);\nINSERT INTO log VALUES ({i});\nINSERT INTO t{i} VALUES (1);");

        var results = await AtOnceAsync(migrator => migrator.MigrateAsync());

        Assert.Equal(Migrations, results.Sum(result => result.Completed.Length));
        Assert.Equal(Enumerable.Range(1, Migrations - 1).Select(i => $"{i}"), await Project.RowsAsync("SELECT entry FROM log ORDER BY entry"));
        Assert.Equal($"{Migrations}", await Project.ScalarAsync("SELECT count(*) FROM migrations WHERE state = 'applied'"));
    }

    [DatabaseFact]
    public async Task Eight_runners_undo_each_migration_exactly_once()
    {
        for (var i = 1; i < 6; i++) Project.Write($"{i}_t.sql", Script.Table($"t{i}"));
        await Project.MigrateAsync();

        var results = await AtOnceAsync(migrator => migrator.ResetAsync());

        Assert.Equal(5, results.Sum(result => result.Completed.Length));
        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_runner_does_not_redo_what_another_undoes_meanwhile()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await Project.Migrator().MigrateAsync("1");
        var late = Project.Migrator();
        var plan = await late.PlanAsync(new Planning.Target.Head());
        await Project.Migrator().ResetAsync();

        var result = await late.RunAsync(plan);

        Assert.Equal(["2_b"], Ids(result));
    }

    [DatabaseFact]
    public async Task A_token_raised_between_two_migrations_makes_the_run_plan_anew_and_nothing_is_done_twice()
    {
        for (var i = 1; i < 5; i++) Project.Write($"{i}_t.sql", $"CREATE TABLE t{i} (id integer);\nINSERT INTO t{i} VALUES (1);");
        var raised = false;

        var result = await Project.Migrator(options => options with { OnEvent = RaiseAfterTheFirst }).MigrateAsync();

        Assert.Single(Events<ExecutionEvent.Replanned>());
        Assert.Equal(["1_t", "2_t", "3_t", "4_t"], Ids(result));
        Assert.Equal(["1_t", "2_t", "3_t", "4_t"], await Project.RowsAsync("SELECT migration FROM migrations ORDER BY id"));
        for (var i = 1; i < 5; i++) Assert.Equal(["1"], await Project.RowsAsync($"SELECT id FROM t{i}"));

        void RaiseAfterTheFirst(ExecutionEvent happened)
        {
            Project.Events.Enqueue(happened);
            if (raised || happened is not ExecutionEvent.StepCompleted) return;
            raised = true;
            RaiseToken();
        }
    }

    [DatabaseFact]
    public async Task A_token_raised_between_two_steps_of_one_migration_makes_the_run_plan_anew_and_go_on_there()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer);").Write("2_rows.sql",
            "-- transaction: off\nBEGIN;\nINSERT INTO a VALUES (1);\nCOMMIT;\nBEGIN;\nINSERT INTO a VALUES (2);\nCOMMIT;\nBEGIN;\nINSERT INTO a VALUES (3);\nCOMMIT;");
        var raised = false;

        await Project.Migrator(options => options with { OnEvent = RaiseAfterTheFirst }).MigrateAsync();

        Assert.Single(Events<ExecutionEvent.Replanned>());
        Assert.Equal(["1", "2", "3"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));
        Assert.Equal("applied", await Project.ScalarAsync("SELECT state FROM migrations WHERE migration = '2_rows'"));

        void RaiseAfterTheFirst(ExecutionEvent happened)
        {
            Project.Events.Enqueue(happened);
            if (raised || happened is not ExecutionEvent.StatementCompleted { Step.Id: "2_rows", Index: 2 }) return;
            raised = true;
            RaiseToken();
        }
    }

    [DatabaseFact]
    public async Task With_nothing_pending_nothing_is_written_and_no_lock_is_taken()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Events.Clear();
        var before = await Project.DumpAsync();

        await Project.MigrateAsync();

        Assert.Equal(before, await Project.DumpAsync());
        Assert.Empty(Project.Events);
    }

    [DatabaseFact]
    public async Task On_an_empty_project_not_even_the_history_is_made()
    {
        await Project.MigrateAsync();

        Assert.Empty(await Project.DumpAsync());
    }

    private Task<RunResult[]> AtOnceAsync(Func<Migrator, Task<RunResult>> verb) =>
        Task.WhenAll(Enumerable.Range(0, Runners).Select(_ => Task.Run(() => verb(Project.Migrator(options => options with { OnEvent = null })))));

    // Inside the run, on its thread, as a rival would do it from outside.
    private void RaiseToken() => Project.ExecuteAsync("UPDATE migrations_lock SET token = token + 1 WHERE id = 1").GetAwaiter().GetResult();
}
