using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>Statements that PostgreSQL refuses inside a transaction: found, run in parts, and gone on with after a failure.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class OutsideTransactionTest : Specification<PostgreSqlProduct>
{
    private const string Rows = "CREATE TABLE a (id integer PRIMARY KEY, name text);\nINSERT INTO a SELECT n, 'name ' || n % 10 FROM generate_series(1, 100) AS n;";

    private const string ValidIndexes =
        "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'a'::regclass AND NOT i.indisprimary";

    [DatabaseFact]
    public async Task A_concurrent_index_between_other_statements_is_a_part_of_its_own()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql",
            "UPDATE a SET name = 'x' || id;\nCREATE INDEX CONCURRENTLY a_name ON a (name);\nINSERT INTO a VALUES (101, 'last');");

        await Project.MigrateAsync();

        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
        Assert.Equal("101", await Project.ScalarAsync("SELECT count(*) FROM a"));
        Assert.Equal(["1 1_a applied", "1 2_index applied"], await Project.HistoryAsync());
        Assert.Equal(3, Events<ExecutionEvent.StepStarted>().Single(happened => happened.Step.Id == "2_index").Segments);
        Assert.Equal(["0 done", "1 done", "2 done"], await Project.RowsAsync("SELECT idx, state FROM migrations_journal ORDER BY idx"));
    }

    [DatabaseFact]
    public async Task A_unique_one_that_fails_leaves_no_invalid_index_and_is_tried_again()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql",
            "UPDATE a SET name = 'same' WHERE id < 3;\nCREATE UNIQUE INDEX CONCURRENTLY a_name ON a (name);\nINSERT INTO a VALUES (101, 'last');");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.StatementFailed, error.Code);
        Assert.Contains("23505", error.Message, StringComparison.Ordinal);
        Assert.Contains("Statement 1 of 3 is done and stays", error.State, StringComparison.Ordinal);
        Assert.Empty(await Project.RowsAsync(ValidIndexes));
        Assert.Equal(["1 1_a applied", "1 2_index failed"], await Project.HistoryAsync());

        await Project.ExecuteAsync("UPDATE a SET name = 'name ' || id");
        await Project.MigrateAsync();

        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
        Assert.Equal("101", await Project.ScalarAsync("SELECT count(*) FROM a"));
        Assert.Equal("applied", await Project.ScalarAsync("SELECT state FROM migrations WHERE migration = '2_index'"));
    }

    [DatabaseFact]
    public async Task The_statement_that_failed_may_be_edited_and_the_ones_before_it_are_not_done_again()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", "INSERT INTO a VALUES (101, 'name 1');\nCREATE UNIQUE INDEX CONCURRENTLY a_name ON a (name);");
        await Project.MigrateAndFailAsync();
        Project.Write("2_index.sql", "INSERT INTO a VALUES (101, 'name 1');\nCREATE INDEX CONCURRENTLY a_name ON a (name);");

        await Project.MigrateAsync();

        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
        Assert.Equal("101", await Project.ScalarAsync("SELECT count(*) FROM a"));
    }

    [DatabaseFact]
    public async Task An_index_of_that_name_that_somebody_else_made_is_left_alone()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", "CREATE INDEX CONCURRENTLY a_name ON a (id);");
        await Project.Migrator().MigrateAsync("1");
        await Project.ExecuteAsync("CREATE INDEX a_name ON a (name)");

        var error = await Project.MigrateAndFailAsync();

        Assert.Contains("already exists", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
    }

    [DatabaseFact]
    public async Task The_lock_does_not_hold_up_a_concurrent_index_while_rivals_poll_for_it()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", "CREATE INDEX CONCURRENTLY a_name ON a (name);").Write("3_b.sql", Script.Table("b"));

        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(Project.MigrateAsync));
        var results = await Task.WhenAll(runs).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(3, results.Sum(result => result.Completed.Length));
        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
    }

    [DatabaseFact]
    public async Task A_cancelled_concurrent_index_leaves_no_invalid_index()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", "CREATE INDEX CONCURRENTLY a_name ON a (name);");
        await Project.Migrator().MigrateAsync("1");
        // an open snapshot holds the build up
        await using var reader = await Project.ConnectAsync();
        await using var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using var command = reader.CreateCommand();
        command.CommandText = "UPDATE a SET name = 'held' WHERE id = 1";
        await command.ExecuteNonQueryAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var run = Project.Migrator().MigrateAsync(cancellation.Token);
        await Task.Delay(1500);
        await transaction.CommitAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => run);

        Assert.Equal(ErrorCode.Cancelled, error.Code);
        Assert.Empty(await Project.RowsAsync(ValidIndexes));
        await Project.MigrateAsync();
        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
    }

    [DatabaseFact]
    public async Task A_value_added_to_an_enum_is_committed_before_it_is_used()
    {
        Project.Write("1_mood.sql", "CREATE TYPE mood AS ENUM ('happy');\nCREATE TABLE a (mood mood);").Write("2_more.sql",
            "ALTER TYPE mood ADD VALUE 'sad';\nINSERT INTO a VALUES ('sad');\nALTER TYPE mood ADD VALUE 'angry' BEFORE 'sad';\nUPDATE a SET mood = 'angry';");

        await Project.MigrateAsync();

        Assert.Equal(["angry"], await Project.RowsAsync("SELECT mood::text FROM a"));
        Assert.Equal(["1 1_mood applied", "1 2_more applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_value_added_to_an_enum_and_not_used_is_one_transaction()
    {
        Project.Write("1_mood.sql", "CREATE TYPE mood AS ENUM ('happy');").Write("2_more.sql", "ALTER TYPE mood ADD VALUE 'sad';\nINSERT INTO missing VALUES (1);");

        var error = await Project.MigrateAndFailAsync();

        Assert.Contains("Nothing of 2_more is applied", error.State, StringComparison.Ordinal);
        Assert.Equal(["happy"], await Project.RowsAsync("SELECT enumlabel FROM pg_enum"));
    }

    [DatabaseFact]
    public async Task Vacuum_and_dropping_an_index_concurrently_work_in_both_directions()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", Script.UpDown(
            "CREATE INDEX CONCURRENTLY a_name ON a (name);\nVACUUM a;", "DROP INDEX CONCURRENTLY a_name;\nVACUUM (ANALYZE) a;"));
        await Project.MigrateAsync();

        await Project.RollbackAsync();

        Assert.Empty(await Project.RowsAsync(ValidIndexes));
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
        Assert.Empty(await Project.RowsAsync("SELECT * FROM migrations_journal"));
    }

    [DatabaseTheory]
    [InlineData("present", true)]
    [InlineData("absent", true)]
    [InlineData("invalid", true)]
    [InlineData("unclear", false)]
    [InlineData("another", false)]
    public async Task A_step_that_was_cut_off_is_settled_by_asking_the_catalog(string found, bool settled)
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", found == "unclear"
            ? "-- transaction: off\nDO $$ BEGIN INSERT INTO a VALUES (101, 'x'); END $$;"
            : "CREATE UNIQUE INDEX CONCURRENTLY a_name ON a (name);");
        // a unique index over names that are equal fails, and leaves its entry in the journal
        await Record.ExceptionAsync(Project.MigrateAsync);
        await CutOffAsync(found);

        if (!settled)
        {
            var error = await Project.MigrateAndFailAsync();
            Assert.Equal(ErrorCode.InDoubt, error.Code);
            Assert.Contains("repair 2_index", error.Remedy, StringComparison.Ordinal);
            return;
        }

        await Project.MigrateAsync();
        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
        Assert.Equal("applied", await Project.ScalarAsync("SELECT state FROM migrations WHERE migration = '2_index'"));
        Assert.Equal(found == "present" ? "probe" : "answer", await Project.ScalarAsync("SELECT via FROM migrations_journal"));
        Assert.Contains(Events<ExecutionEvent.StepProbed>(), happened => happened.Migration == "2_index");
    }

    [DatabaseFact]
    public async Task A_statement_that_a_killed_run_left_running_is_waited_for()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", "CREATE INDEX CONCURRENTLY a_name ON a (name);");
        await Project.MigrateAsync();
        await CutOffAsync("absent");
        // a snapshot that the build has to wait for
        await using var reader = await Project.ConnectAsync();
        await using var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM a";
        await command.ExecuteScalarAsync();
        var left = Project.ExecuteAsync("/*godwit:\"migrations\":2_index:up:0*/ CREATE INDEX CONCURRENTLY a_name ON a (name)");

        var run = Task.Run(Project.MigrateAsync);
        while (Events<ExecutionEvent.Waiting>().Length < 2) await Task.Delay(20);
        Assert.Contains("CREATE INDEX CONCURRENTLY", Events<ExecutionEvent.Waiting>()[^1].Holder!.Activity, StringComparison.Ordinal);
        await transaction.RollbackAsync();
        await left;
        await run;

        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
        Assert.Equal("probe", await Project.ScalarAsync("SELECT via FROM migrations_journal"));
    }

    [DatabaseFact]
    public async Task What_a_rebuild_that_was_cut_off_left_is_cleared_away()
    {
        Project.Write("1_a.sql", Rows).Write("2_index.sql", "CREATE INDEX CONCURRENTLY a_name ON a (name);").Write("3_rebuild.sql", "REINDEX INDEX CONCURRENTLY a_name;");
        await Project.MigrateAsync();
        await Project.ExecuteAsync("UPDATE migrations SET state = 'running' WHERE migration = '3_rebuild'");
        await Project.ExecuteAsync("UPDATE migrations_journal SET state = 'running', finished = NULL, via = NULL WHERE migration = '3_rebuild'");
        await Project.ExecuteAsync("CREATE INDEX a_name_ccnew ON a (name)");
        await Project.ExecuteAsync("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'a_name_ccnew'::regclass");

        await Project.MigrateAsync();

        Assert.Equal(["a_name True"], await Project.RowsAsync(ValidIndexes));
    }

    [DatabaseFact]
    public async Task What_an_earlier_run_set_in_its_session_is_set_again_where_a_run_goes_on()
    {
        const string Elsewhere = "-- transaction: off\nCREATE SCHEMA elsewhere;\nSET search_path = elsewhere, public;\n";
        Project.Write("1_a.sql", Elsewhere + "INSERT INTO missing VALUES (1);");
        await Project.MigrateAndFailAsync();

        Project.Write("1_a.sql", Elsewhere + "CREATE TABLE here (id integer);");
        await Project.MigrateAsync();

        Assert.Equal(["elsewhere"], await Project.RowsAsync("SELECT relnamespace::regnamespace::text FROM pg_class WHERE relname = 'here'"));
    }

    [DatabaseFact]
    public async Task The_catalog_is_asked_with_what_the_statements_before_have_set()
    {
        Project.Write("1_a.sql", "CREATE SCHEMA elsewhere;\nCREATE TABLE elsewhere.there (id integer);")
            .Write("2_index.sql", "-- transaction: off\nSET search_path = elsewhere, public;\nCREATE INDEX CONCURRENTLY there_id ON there (id);");
        await Project.MigrateAsync();
        await Project.ExecuteAsync("UPDATE migrations SET state = 'running' WHERE migration = '2_index'");
        await Project.ExecuteAsync("UPDATE migrations_journal SET state = 'running', finished = NULL, via = NULL WHERE idx = 1");

        await Project.MigrateAsync();

        Assert.Equal("probe", await Project.ScalarAsync("SELECT via FROM migrations_journal WHERE idx = 1"));
    }

    // What a run leaves that is killed inside the second migration's only step.
    private async Task CutOffAsync(string found)
    {
        await Project.ExecuteAsync("UPDATE migrations SET state = 'running' WHERE migration = '2_index'");
        await Project.ExecuteAsync("UPDATE migrations_journal SET state = 'running', finished = NULL, via = NULL, error = NULL");
        await Project.ExecuteAsync("DROP INDEX IF EXISTS a_name");
        if (found == "invalid")
        {
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Project.ExecuteAsync("CREATE UNIQUE INDEX CONCURRENTLY a_name ON a (name)"));
            Assert.Equal(["a_name False"], await Project.RowsAsync(ValidIndexes));
        }

        await Project.ExecuteAsync("UPDATE a SET name = 'name ' || id");
        if (found == "present") await Project.ExecuteAsync("CREATE UNIQUE INDEX a_name ON a (name)");
        if (found == "another") await Project.ExecuteAsync("CREATE UNIQUE INDEX a_name ON a (name DESC)");
    }

    [DatabaseTheory]
    [InlineData("a (name)")]
    [InlineData("a (lower(name), id DESC NULLS LAST)")]
    [InlineData("a USING hash (name)")]
    [InlineData("a (name text_pattern_ops) INCLUDE (id) WITH (fillfactor = 70) WHERE id > 10 AND name <> 'x'")]
    [InlineData("public.a (name COLLATE \"C\")")]
    [InlineData("\"a\" USING btree (\"name\" ASC)")]
    public async Task A_concurrent_index_is_known_by_its_definition(string index)
    {
        Project.Write("1_a.sql", Rows + "ALTER TABLE a ADD COLUMN gone integer;\nALTER TABLE a DROP COLUMN gone;\nALTER TABLE a ADD COLUMN later integer;");
        await Project.MigrateAsync();
        var statement = new Godwit.Sql.SqlStatement("CREATE INDEX CONCURRENTLY found ON " + index);
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);

        Assert.Equal(Dialects.StatementEffect.Absent, await session.ProbeAsync(statement, CancellationToken.None));
        await Project.ExecuteAsync(statement.Text);
        Assert.Equal(Dialects.StatementEffect.Present, await session.ProbeAsync(statement, CancellationToken.None));
        await Project.ExecuteAsync("DROP INDEX found; CREATE INDEX found ON a (later)");
        Assert.Equal(Dialects.StatementEffect.Unclear, await session.ProbeAsync(statement, CancellationToken.None));
    }
}
