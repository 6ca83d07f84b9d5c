using Godwit.Execution;
using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>What is applied is undone: by batch, by number, down to a revision or all of it, the newest first.</summary>
public abstract class UndoingSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "A4 B3 B7")]
    public async Task The_last_batch_is_undone_newest_first()
    {
        await ThreeInTwoBatchesAsync();

        var result = await Project.Migrator().RollbackBatchesAsync();

        Assert.Equal(["3_c", "2_b"], Ids(result));
        Assert.Null(result.Batch);
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A4 B3 B7")]
    public async Task Several_batches_are_undone_when_a_number_is_given()
    {
        await ThreeInTwoBatchesAsync();

        Assert.Equal(["3_c", "2_b", "1_a"], Ids(await Project.Migrator().RollbackBatchesAsync(2)));
    }

    [DatabaseFact]
    [Trait("Parity", "A4 D4")]
    public async Task Single_migrations_are_undone_by_count()
    {
        await ThreeInTwoBatchesAsync();

        Assert.Equal(["3_c"], Ids(await Project.RollbackAsync()));
        Assert.Equal(["2_b", "1_a"], Ids(await Project.RollbackAsync(2)));
    }

    [DatabaseFact]
    [Trait("Parity", "C4")]
    public async Task What_was_applied_beyond_a_revision_is_undone_and_the_revision_stays()
    {
        await ThreeInTwoBatchesAsync();

        Assert.Equal(["3_c", "2_b"], Ids(await Project.Migrator().RunAsync(new Target.DownTo("1_a"))));
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "C4")]
    public async Task A_relative_revision_counts_from_the_newest_that_is_applied()
    {
        await ThreeInTwoBatchesAsync();

        Assert.Equal(["3_c"], Ids(await Project.Migrator().RunAsync(new Target.DownTo("-1"))));
    }

    [DatabaseTheory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Parity", "A5 C4")]
    public async Task Down_to_the_base_everything_is_undone(bool byName)
    {
        await ThreeInTwoBatchesAsync();

        Target everything = byName ? new Target.DownTo("base") : new Target.Base();
        Assert.Equal(["3_c", "2_b", "1_a"], Ids(await Project.Migrator().RunAsync(everything)));
        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task What_is_undone_can_be_applied_again()
    {
        await ThreeInTwoBatchesAsync();
        var before = await Project.RowsAsync(Product.CatalogQuery);
        await Project.Migrator().ResetAsync();

        await Project.MigrateAsync();

        Assert.Equal(before, await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(["1 1_a applied", "1 2_b applied", "1 3_c applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task With_nothing_applied_there_is_nothing_to_undo()
    {
        Project.Write("1_a.sql", Script.Table("a"));

        Assert.Empty((await Project.Migrator().RollbackBatchesAsync()).Completed);
        Assert.Empty((await Project.Migrator().ResetAsync()).Completed);
    }

    [DatabaseFact]
    public async Task A_missing_down_is_an_error_and_nothing_is_undone()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer);").Write("2_b.sql", Script.Table("b"));
        await Project.MigrateAsync();
        var before = await Project.DumpAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync(2));

        Assert.Equal(ErrorCode.MissingDown, error.Code);
        Assert.Equal(Path.Join("migrations", "1_a.sql"), error.Location!.Path);
        AssertHelpful(error);
        Assert.Equal(before, await Project.DumpAsync());
    }

    [DatabaseFact]
    public async Task An_empty_down_says_that_there_is_nothing_to_undo()
    {
        Project.Write("1_a.sql", "-- UP\nCREATE TABLE a (id integer);\n-- DOWN\n");
        await Project.MigrateAsync();

        Assert.Equal(["1_a"], Ids(await Project.RollbackAsync()));
        Assert.Empty(await Project.HistoryAsync());
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "B6")]
    public async Task The_down_that_the_history_kept_is_run_when_the_file_is_gone()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Delete("1_a.sql");

        var result = await Project.RollbackAsync();

        Assert.Equal(StepAction.UndoFromHistory, Assert.Single(result.Completed).Action);
        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
        Assert.Equal(ErrorCode.AppliedButMissing, Assert.Single(Events<ExecutionEvent.Noticed>()).Finding.Code);
    }

    [DatabaseFact]
    [Trait("Parity", "B6")]
    public async Task A_row_whose_file_and_down_are_gone_is_forgotten_with_a_warning()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer);");
        await Project.MigrateAsync();
        Project.Delete("1_a.sql");

        var result = await Project.RollbackAsync();

        Assert.Equal(StepAction.Forget, Assert.Single(result.Completed).Action);
        Assert.Empty(await Project.HistoryAsync());
        Assert.Equal(["a"], await Project.TablesAsync());
        var warning = Assert.Single(Events<ExecutionEvent.Noticed>()).Finding;
        Assert.Equal((Severity.Warning, ErrorCode.AppliedButMissing), (warning.Severity, warning.Code));
    }

    [DatabaseFact]
    public async Task An_edited_migration_is_undone_with_the_down_that_belongs_to_what_was_applied()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Write("1_a.sql", Script.Table("renamed"));

        await Project.RollbackAsync();

        Assert.Empty(await Project.TablesAsync());
        Assert.Equal(ErrorCode.EditedAfterApplied, Assert.Single(Events<ExecutionEvent.Noticed>()).Finding.Code);
    }

    [DatabaseFact]
    public async Task A_down_mended_after_applying_is_the_one_that_runs()
    {
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id integer);", "DROP TABLE misspelt;"));
        await Project.MigrateAsync();
        await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync());
        Project.Write("1_a.sql", Script.Table("a").Replace(" PRIMARY KEY", "", StringComparison.Ordinal));

        await Project.RollbackAsync();

        Assert.Empty(await Project.TablesAsync());
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_down_that_fails_leaves_the_migration_applied_and_the_ones_undone_before_it_undone()
    {
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id integer);", "DROP TABLE misspelt;")).Write("2_b.sql", Script.Table("b"));
        await Project.MigrateAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.RollbackAsync(2));

        Assert.Equal(ErrorCode.StatementFailed, error.Code);
        Assert.Equal(4, error.Location!.Line);
        Assert.Contains("rollback", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(["a"], await Project.TablesAsync());
        Assert.Equal("1_a", await Project.ScalarAsync("SELECT migration FROM migrations"));
    }

    private async Task ThreeInTwoBatchesAsync()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));
        await Project.MigrateAsync();
    }
}
