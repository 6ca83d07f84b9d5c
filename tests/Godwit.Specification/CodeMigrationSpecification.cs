using Godwit.Execution;
using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Migrations in C#: they are applied, undone and told of like those in SQL, and beside them.</summary>
public abstract class CodeMigrationSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private static void Notes(SchemaBuilder schema) => schema.Create("notes", table =>
    {
        table.Id();
        table.String("text");
        table.Integer("length").Default(0);
    });

    [DatabaseFact]
    public async Task They_run_in_one_order_with_those_in_sql()
    {
        Project.Code("001_notes", Notes)
            .Write("002_rows.sql", "INSERT INTO notes (text) VALUES ('one');\n-- DOWN\nDELETE FROM notes;")
            .Code("003_more", schema => schema.Table("notes", table => table.String("author", 50).Default("nobody")));

        var result = await Project.MigrateAsync();

        Assert.Equal(["001_notes", "002_rows", "003_more"], Ids(result));
        Assert.Equal(["one nobody"], await Project.RowsAsync("SELECT text, author FROM notes"));
        Assert.Equal(["1 001_notes applied", "1 002_rows applied", "1 003_more applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task Without_a_down_they_are_undone_by_the_reverse_of_what_they_did()
    {
        Project.Code("001_notes", Notes).Code("002_drop", schema => schema.Drop("notes"));
        await Project.Migrator().MigrateAsync("001_notes");
        var before = await Project.DumpAsync();
        await Project.MigrateAsync();
        Assert.Empty(await Project.TablesAsync());

        await Project.RollbackAsync();

        Assert.Equal(before.Length, (await Project.DumpAsync()).Length);
        await Project.RollbackAsync();
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task The_reverse_is_kept_in_the_history_and_needs_no_file()
    {
        Project.Code("001_notes", Notes).Code("002_column", schema => schema.Table("notes", table => table.DropColumn("length")));
        await Project.MigrateAsync();
        Project.Delete("002_column.cs");

        var result = await Project.RollbackAsync();

        Assert.Equal(StepAction.UndoFromHistory, Assert.Single(result.Completed).Action);
        await Project.ExecuteAsync("INSERT INTO notes (text) VALUES ('one')");
        Assert.Equal(["0"], await Project.RowsAsync("SELECT length FROM notes"));
    }

    [DatabaseFact]
    public async Task A_down_that_is_written_is_the_one_that_runs()
    {
        Project.Code("001_notes", Notes, schema => schema.Rename("notes", "old_notes"));
        await Project.MigrateAsync();

        await Project.RollbackAsync();

        Assert.Equal(["old_notes"], await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_down_that_is_written_is_kept_too_also_where_it_depends_on_the_schema()
    {
        Project.Code("001_notes", Notes).Code("002_author",
            schema => schema.Table("notes", table => table.String("author", 50).Nullable()),
            schema => schema.Table("notes", table => table.DropColumn("author")));
        await Project.MigrateAsync();
        Project.Delete("002_author.cs");

        Assert.Equal(StepAction.UndoFromHistory, Assert.Single((await Project.RollbackAsync()).Completed).Action);

        await Project.ExecuteAsync("INSERT INTO notes (text) VALUES ('one')");
        Assert.Equal(["1 one 0"], await Project.RowsAsync("SELECT * FROM notes"));
    }

    [DatabaseFact]
    public async Task What_nothing_undoes_is_said_when_it_is_applied_and_refused_when_it_is_undone()
    {
        Project.Code("001_notes", Notes).Code("002_sql", schema => schema.Sql("UPDATE notes SET length = 1"));

        await Project.MigrateAsync();

        Assert.Contains(Events<ExecutionEvent.Noticed>(), happened => happened.Finding.Code is ErrorCode.MissingDown);
        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync());
        Assert.Equal(ErrorCode.MissingDown, error.Code);
        AssertHelpful(error);
        Assert.Equal(["notes"], await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "B4 C9")]
    public async Task Code_reads_and_writes_rows_on_the_open_connection()
    {
        Project.Code("001_notes", Notes).Write("002_rows.sql", "INSERT INTO notes (text) VALUES ('one'), ('three');").Code("003_lengths", schema => schema.Run(async (database, cancellation) =>
        {
            foreach (var text in await database.QueryAsync("SELECT text FROM notes", row => row.GetString(0), cancellation))
                await database.ExecuteAsync("UPDATE notes SET length = @p0 WHERE text = @p1", cancellation, text.Length, text);
        }));

        await Project.MigrateAsync();

        Assert.Equal(["one 3", "three 5"], await Project.RowsAsync("SELECT text, length FROM notes ORDER BY id"));
    }

    [DatabaseFact]
    [Trait("Parity", "B5")]
    public async Task Code_that_throws_fails_its_migration_and_what_it_wrote_is_gone()
    {
        Project.Code("001_notes", Notes).Code("002_fails", schema => schema.Run(async (database, cancellation) =>
        {
            await database.ExecuteAsync("INSERT INTO notes (text) VALUES ('lost')", cancellation);
            throw new InvalidOperationException("there is no such note");
        }));

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.StatementFailed, error.Code);
        Assert.Contains("there is no such note", error.Message, StringComparison.Ordinal);
        Assert.Contains("002_fails", error.Message, StringComparison.Ordinal);
        Assert.Equal("0", await Project.ScalarAsync("SELECT count(*) FROM notes"));
        Assert.Contains("1 001_notes applied", await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_mistake_is_told_with_its_place_before_anything_of_it_is_run()
    {
        Project.Code("001_notes", Notes).Code("002_index", schema => schema.Table("notes", table => table.DropColumn("lenght")));

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.UnknownObject, error.Code);
        Assert.Contains("lenght", error.Message, StringComparison.Ordinal);
        Assert.Contains("length", error.Remedy, StringComparison.Ordinal);
        Assert.NotNull(error.Location);
    }

    [DatabaseFact]
    public async Task They_may_ask_what_is_there()
    {
        Project.Code("001_notes", Notes).Code("002_maybe", schema =>
        {
            if (!schema.HasTable("tags")) schema.Create("tags", table => table.Id());
            if (schema.HasColumn("notes", "length")) schema.Table("notes", table => table.DropColumn("length"));
        });

        await Project.MigrateAsync();

        Assert.Equal(["notes", "tags"], await Project.TablesAsync());
        Assert.Equal(["0"], await Project.RowsAsync("SELECT count(*) FROM notes"));
    }

    [DatabaseFact]
    public async Task Pretending_shows_what_would_run_and_touches_nothing()
    {
        Project.Code("001_notes", Notes).Code("002_change", schema =>
        {
            schema.Table("notes", table => table.Change("text").Default("what would be"));
            schema.Run((_, _) => throw new InvalidOperationException("must not be run"));
        });
        var migrator = Project.Migrator();

        var steps = await migrator.PreviewAsync(await migrator.PlanAsync(new Target.Head()));

        Assert.Equal(2, steps.Count);
        Assert.Contains(steps[0].Transactions.SelectMany(part => part), statement => statement.Text.StartsWith("CREATE TABLE", StringComparison.Ordinal));
        Assert.Contains(steps[1].Transactions.SelectMany(part => part), statement => statement.Text.Contains("what would be", StringComparison.Ordinal));
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "C12")]
    public async Task A_backfill_goes_through_a_table_in_ranges_and_skips_gaps()
    {
        Project.Code("001_notes", Notes).Code("002_rows", schema => schema.Run(async (database, cancellation) =>
        {
            for (var id = 1; id <= 95; id++)
                await database.ExecuteAsync("INSERT INTO notes (id, text) VALUES (@p0, 'x')", cancellation, id > 50 ? id + 1_000_000_000 : id);
        })).Code("003_fill", schema => schema.Backfill("notes", "length = length + 1", batchSize: 10), _ => { });

        await Project.MigrateAsync();

        Assert.Equal(["95 95"], await Project.RowsAsync("SELECT count(*), sum(length) FROM notes"));
        Assert.Equal(10, Events<ExecutionEvent.RangeCompleted>().Length);
        Assert.Equal(1_000_000_095, Events<ExecutionEvent.RangeCompleted>()[^1].LastKey);
        Assert.Contains("1 003_fill applied", await Project.HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task A_backfill_that_is_cut_off_is_gone_on_with_and_changes_each_row_once(int after)
    {
        Project.Code("001_notes", Notes).Code("002_rows", schema => schema.Run(async (database, cancellation) =>
        {
            for (var id = 1; id <= 95; id++) await database.ExecuteAsync("INSERT INTO notes (id, text) VALUES (@p0, 'x')", cancellation, id);
        })).Code("003_fill", schema =>
        {
            schema.Backfill("notes", "length = length + 1", batchSize: 10);
            schema.Table("notes", table => table.String("done", 10).Default("yes"));
        });
        using var stop = new CancellationTokenSource();
        var migrator = Project.Migrator(options => options with
        {
            OnEvent = happened =>
            {
                if (happened is ExecutionEvent.RangeCompleted { Number: var number } && number == after) stop.Cancel();
            },
        });
        await Assert.ThrowsAnyAsync<Exception>(() => migrator.MigrateAsync(stop.Token));

        await Project.MigrateAsync();

        Assert.Equal(["95 95"], await Project.RowsAsync("SELECT count(*), sum(length) FROM notes"));
        Assert.Equal(["95"], await Project.RowsAsync("SELECT count(*) FROM notes WHERE done = 'yes'"));
    }

    [DatabaseFact]
    public async Task An_edited_one_stops_a_run_like_an_edited_script()
    {
        Project.Code("001_notes", Notes);
        await Project.MigrateAsync();
        Project.Write("001_notes.cs", "// edited");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.EditedAfterApplied, error.Code);
    }
}
