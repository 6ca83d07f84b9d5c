using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests;

/// <summary>Where every DDL statement commits: each is a step, and a run that was cut off is gone on with at the right one.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class ImplicitCommitTest : Specification<MySqlProduct>
{
    private const string Mixed =
        "CREATE TABLE a (id int PRIMARY KEY);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nCREATE INDEX a_id ON a (id);\nINSERT INTO a VALUES (3);\nDROP INDEX a_id ON a;";

    [DatabaseFact]
    public async Task Ddl_and_data_changes_are_steps_and_the_data_changes_between_are_one_transaction()
    {
        Project.Write("1_a.sql", Mixed);

        await Project.MigrateAsync();

        Assert.Equal(["0 done", "2 done", "3 done", "4 done", "5 done"], await Project.RowsAsync("SELECT idx, state FROM migrations_journal ORDER BY idx"));
        Assert.Equal(5, Assert.Single(Events<ExecutionEvent.StepStarted>()).Segments);
    }

    [DatabaseFact]
    public async Task Data_changes_alone_are_one_transaction_with_their_history_row()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_rows.sql", "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (1);");

        var error = await Project.MigrateAndFailAsync();

        Assert.Contains("Nothing of 2_rows is applied", error.State, StringComparison.Ordinal);
        Assert.Empty(await Project.RowsAsync("SELECT * FROM a"));
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_run_that_is_cut_off_after_any_statement_is_gone_on_with_and_each_takes_effect_once(int last)
    {
        Project.Write("1_a.sql", Mixed);
        await Assert.ThrowsAnyAsync<Exception>(() => Project.Migrator(options => options with { OnEvent = KillAfter }).MigrateAsync());

        await Project.MigrateAsync();

        Assert.Equal(["1", "2", "3"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));
        Assert.DoesNotContain("index a.a_id", await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(["1_a applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM migrations_journal WHERE state <> 'done'"));

        void KillAfter(ExecutionEvent happened)
        {
            if (happened is ExecutionEvent.StatementCompleted done && done.Index == last) KillOthers();
        }
    }

    [DatabaseFact]
    public async Task A_rollback_that_failed_half_way_is_gone_on_with()
    {
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id int);\nCREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE misspelt;"));
        await Project.MigrateAsync();
        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync());
        Assert.Contains("The next run goes on with statement 2", error.State, StringComparison.Ordinal);
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id int);\nCREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE a;"));

        Assert.Equal(["1_a"], Ids(await Project.RollbackAsync()));

        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
        Assert.Empty(await Project.RowsAsync("SELECT * FROM migrations_journal"));
    }

    [DatabaseFact]
    public async Task A_step_of_which_nobody_can_tell_whether_it_took_effect_stops_the_run_and_is_decided_by_a_person()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id int);\nALTER TABLE a ADD COLUMN name varchar(20);");
        await Project.MigrateAsync();
        await Project.ExecuteAsync("UPDATE migrations SET state = 'running'");
        await Project.ExecuteAsync("UPDATE migrations_journal SET state = 'running' WHERE idx = 1");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.InDoubt, error.Code);
        Assert.Equal(2, error.Location!.Line);
        AssertHelpful(error);
        Assert.Equal(RepairAction.MarkedApplied, await Project.Migrator().RepairAsync("1_a", RepairDecision.Done));
        Assert.Empty((await Project.MigrateAsync()).Completed);
    }

    [DatabaseFact]
    public async Task Texts_with_backslashes_are_kept_also_where_backslashes_do_not_escape()
    {
        Project.Write("1_a.sql", "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');").Write("2_b.sql", Script.Table("b"));

        await Project.Migrator(options => options with { AppliedBy = @"DOMAIN\user 'x'" }).MigrateAsync();

        Assert.Equal([@"DOMAIN\user 'x'"], await Project.RowsAsync("SELECT applied_by FROM migrations WHERE migration = '2_b'"));
    }

    [DatabaseFact]
    public async Task The_moment_of_application_is_utc_whatever_the_session_s_time_zone()
    {
        Project.Write("1_zone.sql", "SET time_zone = '+09:00';").Write("2_b.sql", Script.Table("b"));

        await Project.MigrateAsync();

        foreach (var row in (await Project.Migrator().SurveyAsync()).History.Applied)
            Assert.InRange(row.ExecutedAt, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddMinutes(2));
    }

    // As the server's operator does: every session of this database but the one that asks. It runs inside the run, on its thread.
    private void KillOthers()
    {
        var sessions = Project.RowsAsync("SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()").GetAwaiter().GetResult();
        foreach (var session in sessions) Project.ExecuteAsync($"KILL {session}").GetAwaiter().GetResult();
    }
}
