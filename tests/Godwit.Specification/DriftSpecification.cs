using Godwit.Configuration;
using Godwit.Execution;
using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Files and history that no longer agree: out of order, edited, gone.</summary>
public abstract class DriftSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    public async Task A_migration_that_comes_before_an_applied_one_is_applied_with_a_warning_by_default()
    {
        await TwoWithoutTheFirstAsync();

        var result = await Project.MigrateAsync();

        Assert.Equal(["1_a"], Ids(result));
        var warning = Assert.Single(Events<ExecutionEvent.Noticed>()).Finding;
        Assert.Equal((Severity.Warning, ErrorCode.OutOfOrder), (warning.Severity, warning.Code));
        Assert.Equal(["1 2_b applied", "2 1_a applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task It_is_applied_without_a_word_where_that_is_allowed()
    {
        await TwoWithoutTheFirstAsync();

        var result = await Project.Migrator(options => options with { OutOfOrder = OutOfOrder.Allow }).MigrateAsync();

        Assert.Equal(["1_a"], Ids(result));
        Assert.Empty(Events<ExecutionEvent.Noticed>());
    }

    [DatabaseFact]
    public async Task It_is_refused_where_that_is_set_and_nothing_is_changed()
    {
        await TwoWithoutTheFirstAsync();
        Project.Write("3_c.sql", Script.Table("c"));
        var before = await Project.DumpAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() =>
            Project.Migrator(options => options with { OutOfOrder = OutOfOrder.Refuse }).MigrateAsync());

        Assert.Equal(ErrorCode.OutOfOrder, error.Code);
        Assert.Equal(Path.Join("migrations", "1_a.sql"), error.Location!.Path);
        AssertHelpful(error);
        Assert.Equal(before, await Project.DumpAsync());
    }

    [DatabaseFact]
    public async Task What_was_applied_out_of_order_is_undone_in_the_order_of_application()
    {
        await TwoWithoutTheFirstAsync();
        await Project.MigrateAsync();

        Assert.Equal(["1_a"], Ids(await Project.RollbackAsync()));
    }

    [DatabaseFact]
    public async Task A_migration_edited_after_it_was_applied_stops_every_run_upward()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await Project.Migrator().MigrateAsync("1");
        Project.Write("1_a.sql", Script.Table("other"));

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.EditedAfterApplied, error.Code);
        Assert.Contains("1_a", error.Message, StringComparison.Ordinal);
        AssertHelpful(error);
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseTheory]
    [InlineData("-- UP\r\nCREATE TABLE a (id integer PRIMARY KEY);\r\n-- DOWN\r\nDROP TABLE a;\r\n")]
    [InlineData("\uFEFF-- UP\nCREATE TABLE a (id integer PRIMARY KEY);\n-- DOWN\nDROP TABLE a;\n\n\n")]
    [InlineData("-- UP\nCREATE TABLE a (id integer PRIMARY KEY);\n-- DOWN\nDROP TABLE IF EXISTS a;\n")]
    public async Task Line_ends_blanks_at_the_end_a_byte_order_mark_and_the_down_are_not_edits(string same)
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        Project.Write("1_a.sql", same);

        Assert.Empty((await Project.MigrateAsync()).Plan.Findings);
    }

    [DatabaseFact]
    [Trait("Parity", "A17")]
    public async Task An_applied_migration_whose_file_is_gone_stops_every_run_upward()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await Project.Migrator().MigrateAsync("1");
        Project.Delete("1_a.sql");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.AppliedButMissing, error.Code);
        Assert.Contains("1_a", error.Message, StringComparison.Ordinal);
        AssertHelpful(error);
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A17")]
    public async Task A_file_that_follows_no_naming_stops_a_run_and_is_named()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("notes about posts.sql", "SELECT 1;");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.MalformedName, error.Code);
        Assert.Contains("notes about posts.sql", error.Message, StringComparison.Ordinal);
        AssertHelpful(error);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "C10")]
    public async Task Two_migrations_with_one_version_stop_a_run_and_both_are_named()
    {
        Project.Write("001_a.sql", Script.Table("a")).Write("001_b.sql", Script.Table("b"));

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.DuplicateVersion, error.Code);
        Assert.Contains("001_a", error.Message, StringComparison.Ordinal);
        Assert.Contains("001_b", error.Message, StringComparison.Ordinal);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseTheory]
    [InlineData("9_missing", ErrorCode.UnknownRevision)]
    [InlineData("_table", ErrorCode.AmbiguousRevision)]
    [Trait("Parity", "C4")]
    public async Task A_revision_that_names_no_migration_or_several_changes_nothing(string revision, ErrorCode code)
    {
        Project.Write("1_a_table.sql", Script.Table("a")).Write("2_b_table.sql", Script.Table("b"));

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().MigrateAsync(revision));

        Assert.Equal(code, error.Code);
        AssertHelpful(error);
        Assert.Empty(await Project.TablesAsync());
    }

    private async Task TwoWithoutTheFirstAsync()
    {
        Project.Write("2_b.sql", Script.Table("b"));
        await Project.MigrateAsync();
        Project.Write("1_a.sql", Script.Table("a"));
    }
}
