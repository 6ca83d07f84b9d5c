using Godwit.Configuration;
using Godwit.Execution;
using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>What is pending is applied: all of it or some, in order, each run as one batch.</summary>
public abstract class ApplyingSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "A3 B7 D1")]
    public async Task Everything_pending_is_applied_in_order_as_one_batch()
    {
        Project.Write("10_c.sql", Script.Table("c")).Write("9_b.sql", Script.Table("b")).Write("0008_a.sql", Script.Table("a"));

        var result = await Project.MigrateAsync();

        Assert.Equal(1, result.Batch);
        Assert.Equal(["0008_a", "9_b", "10_c"], Ids(result));
        Assert.Equal(["1 0008_a applied", "1 9_b applied", "1 10_c applied"], await Project.HistoryAsync());
        Assert.Equal(["a", "b", "c"], await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A3")]
    public async Task Each_run_is_a_batch_of_its_own()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));

        var second = await Project.MigrateAsync();

        Assert.Equal(2, second.Batch);
        Assert.Equal(["1 1_a applied", "2 2_b applied", "2 3_c applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A3")]
    public async Task A_run_with_nothing_to_do_is_no_batch()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();

        var second = await Project.MigrateAsync();

        Assert.Null(second.Batch);
        Assert.Empty(second.Completed);
        Assert.True(second.Plan.IsEmpty);
    }

    [DatabaseFact]
    [Trait("Parity", "A3")]
    public async Task Only_the_next_few_are_applied_when_a_number_is_given()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));

        var result = await Project.Migrator().RunAsync(new Target.Next(2));

        Assert.Equal(["1_a", "2_b"], Ids(result));
        Assert.Equal(["a", "b"], await Project.TablesAsync());
    }

    [DatabaseTheory]
    [InlineData("2_b")]
    [InlineData("2")]
    [InlineData("b")]
    [InlineData("+2")]
    [Trait("Parity", "B2 C4 D4")]
    public async Task Everything_up_to_and_including_a_revision_is_applied(string revision)
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));

        var result = await Project.Migrator().MigrateAsync(revision);

        Assert.Equal(["1_a", "2_b"], Ids(result));
    }

    [DatabaseFact]
    [Trait("Parity", "B8")]
    public async Task Ddl_and_data_changes_may_be_mixed_in_one_migration()
    {
        Project.Write("1_a.sql",
            """
            CREATE TABLE a (id integer PRIMARY KEY, name varchar(20));
            INSERT INTO a VALUES (1, 'one');
            INSERT INTO a VALUES (2, 'two');
            ALTER TABLE a ADD COLUMN length integer;
            UPDATE a SET length = 3;
            """);

        await Project.MigrateAsync();

        Assert.Equal(["1 one 3", "2 two 3"], await Project.RowsAsync("SELECT * FROM a ORDER BY id"));
    }

    [DatabaseFact]
    public async Task A_migration_without_a_statement_is_applied_all_the_same()
    {
        Project.Write("1_nothing.sql", "-- only a remark\n");

        await Project.MigrateAsync();

        Assert.Equal(["1 1_nothing applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task Every_step_and_statement_is_told_in_order()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer); INSERT INTO a VALUES (7);").Write("2_b.sql", Script.Table("b"));

        await Project.MigrateAsync();

        Assert.Equal(1, Assert.Single(Events<ExecutionEvent.RunStarted>()).Batch);
        Assert.Equal(["1_a", "2_b"], Events<ExecutionEvent.StepStarted>().Select(happened => happened.Step.Id));
        Assert.Equal([0, 1], Events<ExecutionEvent.StepStarted>().Select(happened => happened.Index));
        Assert.Equal([2, 1], Events<ExecutionEvent.StepStarted>().Select(happened => happened.Statements));
        var completed = Events<ExecutionEvent.StatementCompleted>();
        Assert.Equal(["1_a 0", "1_a 1", "2_b 0"], completed.Select(happened => $"{happened.Step.Id} {happened.Index}"));
        Assert.Equal(1, completed[1].RowsAffected);
        Assert.Equal(["1_a", "2_b"], Events<ExecutionEvent.StepCompleted>().Select(happened => happened.Step.Id));
        Assert.IsType<ExecutionEvent.StepCompleted>(Project.Events.Last());
    }

    [DatabaseFact]
    [Trait("Parity", "D7")]
    public async Task A_script_of_many_thousand_statements_is_applied()
    {
        const int Rows = 5000;
        var inserts = string.Concat(Enumerable.Range(1, Rows).Select(i => $"INSERT INTO a VALUES ({i}, '{new string('x', 50)}');\n"));
        Project.Write("1_a.sql", "CREATE TABLE a (id integer PRIMARY KEY, filling varchar(60));\n" + inserts);

        await Project.MigrateAsync();

        Assert.Equal($"{Rows}", await Project.ScalarAsync("SELECT count(*) FROM a"));
    }

    [DatabaseFact]
    public async Task A_statement_of_a_megabyte_is_applied()
    {
        const int Length = 1_000_000;
        Project.Write("1_a.sql", $"CREATE TABLE a (filling {Product.Dialect.Traits.TextType});\nINSERT INTO a VALUES ('{new string('ö', Length)}');");

        await Project.MigrateAsync();

        Assert.Equal($"{Length}", await Project.ScalarAsync($"SELECT {Product.LengthInCharacters}(filling) FROM a"));
    }

    [DatabaseFact]
    public async Task A_hundred_migrations_are_applied_in_one_run_and_undone_in_one()
    {
        for (var i = 100; i < 200; i++) Project.Write($"{i}_t.sql", Script.Table($"t{i}"));

        await Project.MigrateAsync();
        Assert.Equal(100, (await Project.TablesAsync()).Length);

        var undone = await Project.Migrator().ResetAsync();
        Assert.Equal("199_t", Ids(undone)[0]);
        Assert.Equal("100_t", Ids(undone)[^1]);
        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "E3 E7")]
    public async Task The_helper_of_one_line_applies_and_undoes()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var directory = Path.Join(Project.Root, "migrations");

        Assert.Equal(["1_a"], Ids(await Migrate.UpAsync(Project.Handle(), directory)));
        Assert.Equal(["1_a"], Ids(await Migrate.DownAsync(Project.Handle(), directory)));
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "B7 D4 E7")]
    public async Task A_file_is_made_planned_applied_and_undone_from_code_and_each_answers_with_what_it_did()
    {
        var migrator = Project.Migrator(options => options with { Naming = MigrationNaming.Sequence });
        Project.Write("009_a.sql", Script.Table("a"));

        var made = migrator.Create("create b table");
        await File.WriteAllTextAsync(made, Script.Table("b"));
        Assert.Equal(Path.Join(Project.Root, "migrations", "010_create_b_table.sql"), made);
        var plan = await migrator.PlanAsync(new Target.UpTo("010"));
        var applied = await migrator.RunAsync(plan);
        Assert.Equal((1, 2), (applied.Batch, applied.Plan.Steps.Length));
        Assert.Equal(["009_a", "010_create_b_table"], Ids(applied));
        Assert.Equal(["a", "b"], await Project.TablesAsync());

        Assert.Equal(["010_create_b_table"], Ids(await migrator.RollbackAsync(1)));
        Assert.Equal(["010_create_b_table"], Ids(await migrator.MigrateAsync("010")));
        Assert.Equal(["010_create_b_table", "009_a"], Ids(await migrator.RollbackBatchesAsync(2)));
        Assert.Empty(Ids(await migrator.RollbackBatchesAsync()));
    }

    [DatabaseFact]
    [Trait("Parity", "A7 B7 D4")]
    public async Task Status_counts_and_lists_what_is_applied_and_what_is_pending()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));
        var migrator = Project.Migrator();
        await migrator.MigrateAsync("2");

        var survey = await migrator.SurveyAsync();

        Assert.Equal(["1_a Applied", "2_b Applied", "3_c Pending"], survey.Migrations.Select(one => $"{one.Id} {one.Standing}"));
        Assert.Equal(["3_c"], (await migrator.PendingAsync()).Select(one => one.Id.Text));
        Assert.Equal(["1_a", "2_b"], (await migrator.AppliedAsync()).Select(one => one.Id.Text));
        Assert.Equal("2_b", survey.Current!.Id.Text);
    }
}
