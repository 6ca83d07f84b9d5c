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
    [InlineData("SET @id = LAST_INSERT_ID();")]
    [InlineData("SELECT id INTO @id FROM parents;")]
    [InlineData("SELECT @id := id FROM parents;")]
    public async Task A_variable_that_was_gone_with_a_session_that_was_cut_off_is_asked_for_instead_of_taken_for_nothing(string assignment)
    {
        const string Child = "INSERT INTO children VALUES (@id);";
        var script = $"CREATE TABLE parents (id int AUTO_INCREMENT PRIMARY KEY);\nINSERT INTO parents VALUES (7);\n{assignment}\nCREATE TABLE children (parent int);\n";
        Project.Write("1_a.sql", script + Child);
        await CutAfterAsync(3);

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.InDoubt, error.Code);
        Assert.Contains("@id", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, error.Location!.Line);
        Assert.Empty(await Project.RowsAsync("SELECT parent FROM children"));
        Project.Write("1_a.sql", script + Child.Replace("@id", "7", StringComparison.Ordinal));
        await Project.MigrateAsync();
        Assert.Equal(["7"], await Project.RowsAsync("SELECT parent FROM children"));
    }

    [DatabaseFact]
    public async Task Variables_whose_values_stand_in_the_script_are_set_again_after_a_cut()
    {
        Project.Write("1_a.sql", """
            SET @old = @@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS = 0, @n = 5, @m = 'a@b';
            CREATE TABLE a (id int, n int, word varchar(9));
            INSERT INTO a VALUES (1, @n, @m);
            CREATE INDEX a_id ON a (id);
            SET @next = LAST_INSERT_ID() + 2, FOREIGN_KEY_CHECKS = @old;
            INSERT INTO a VALUES (@next, @n, @m);
            """);
        await CutAfterAsync(3);

        await Project.MigrateAsync();

        Assert.Equal(["1 5 a@b", "2 5 a@b"], await Project.RowsAsync("SELECT concat(id, ' ', n, ' ', word) FROM a ORDER BY id"));
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
        await CutAfterAsync(last);

        await Project.MigrateAsync();

        Assert.Equal(["1", "2", "3"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));
        Assert.DoesNotContain("index a.a_id", await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(["1_a applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM migrations_journal WHERE state <> 'done'"));
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_migration_in_code_that_is_cut_off_after_any_statement_is_gone_on_with_and_can_be_undone(int last)
    {
        Project.Code("1_a", schema => schema.Create("a", table =>
        {
            table.Id();
            table.String("name", 20).Index();
        })).Code("2_change", schema =>
        {
            schema.Table("a", table =>
            {
                table.String("title", 50).Default("none").Index();
                table.DropColumn("name");
            });
            schema.Create("b", table => table.Id());
            schema.Sql("INSERT INTO b VALUES (7)", down: "DELETE FROM b");
            schema.Table("a", table => table.RenameColumn("title", "heading"));
            schema.Sql("CREATE TABLE c (id int); CREATE TABLE d (id int)", down: "DROP TABLE d; DROP TABLE c");
        });
        await Project.Migrator().MigrateAsync("1_a");
        await CutAfterAsync(last);

        await Project.MigrateAsync();

        Assert.Equal(["id", "heading"], await Project.RowsAsync("SELECT column_name FROM information_schema.columns WHERE table_schema = database() AND table_name = 'a' ORDER BY ordinal_position"));
        Assert.Equal(["7"], await Project.RowsAsync("SELECT id FROM b"));
        Assert.Equal(["a", "b", "c", "d"], await Project.TablesAsync());
        Assert.Equal("0", await Project.ScalarAsync("SELECT COUNT(*) FROM migrations_journal WHERE state <> 'done'"));
        await Project.RollbackAsync();
        Assert.Equal(["id", "name"], await Project.RowsAsync("SELECT column_name FROM information_schema.columns WHERE table_schema = database() AND table_name = 'a' ORDER BY ordinal_position"));
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_rollback_that_failed_half_way_is_gone_on_with()
    {
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id int);\nCREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE misspelt;"));
        await Project.MigrateAsync();
        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync());
        Assert.Contains("The next run continues with statement 2", error.State, StringComparison.Ordinal);
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id int);\nCREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE a;"));

        Assert.Equal(["1_a"], Ids(await Project.RollbackAsync()));

        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
        Assert.Empty(await Project.RowsAsync("SELECT * FROM migrations_journal"));
    }

    [DatabaseFact]
    public async Task A_step_of_which_nobody_can_tell_whether_it_took_effect_stops_the_run_and_is_decided_by_a_person()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id int);\nALTER TABLE a PARTITION BY HASH (id);");
        await Project.MigrateAsync();
        await Project.ExecuteAsync("UPDATE migrations SET state = 'running'");
        await Project.ExecuteAsync("UPDATE migrations_journal SET state = 'running' WHERE idx = 1");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.InDoubt, error.Code);
        Assert.Equal(2, error.Location!.Line);
        AssertHelpful(error);
        Assert.Equal(RepairAction.StatementDone, await Project.Migrator().RepairAsync("1_a", RepairDecision.Done));
        Assert.Equal(["1_a"], Ids(await Project.MigrateAsync()));
    }

    [DatabaseFact]
    public async Task What_an_earlier_run_set_in_its_session_is_set_again_where_a_run_goes_on()
    {
        const string Off = "SET FOREIGN_KEY_CHECKS = 0;\nCREATE TABLE parent (id int PRIMARY KEY);\nCREATE TABLE child (id int REFERENCES parent (id));\n";
        Project.Write("1_a.sql", Off + "INSERT INTO missing VALUES (1);");
        await Project.MigrateAndFailAsync();

        Project.Write("1_a.sql", Off + "INSERT INTO child VALUES (7);");
        await Project.MigrateAsync();

        Assert.Equal(["7"], await Project.RowsAsync("SELECT id FROM child"));
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

    private async Task CutAfterAsync(int last)
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Project.Migrator(options => options with { OnEvent = KillAfter }).MigrateAsync());

        void KillAfter(ExecutionEvent happened)
        {
            if (happened is ExecutionEvent.StatementCompleted done && done.Index == last) KillOthers();
        }
    }

    // As the server's operator does: every session of this database but the one that asks. It runs inside the run, on its thread.
    private void KillOthers()
    {
        var sessions = Project.RowsAsync("SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()").GetAwaiter().GetResult();
        foreach (var session in sessions) Project.ExecuteAsync($"KILL {session}").GetAwaiter().GetResult();
    }
}
