using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>The history is told where the database is, and nothing is run.</summary>
public abstract class StampSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    public async Task What_belongs_to_the_revision_is_recorded_as_one_batch_and_nothing_is_run()
    {
        Three();

        var stamp = await Project.Migrator().StampAsync("2");

        Assert.Equal(["1_a", "2_b"], stamp.Recorded.Select(migration => migration.Id.Text));
        Assert.Equal(["1 1_a applied", "1 2_b applied"], await Project.HistoryAsync());
        Assert.Empty(await Project.TablesAsync());
        Assert.Equal(["3_c"], Ids(await Project.MigrateAsync()));
    }

    [DatabaseFact]
    public async Task What_was_applied_beyond_it_is_taken_out_of_the_history_and_stays_in_the_database()
    {
        Three();
        await Project.MigrateAsync();

        var stamp = await Project.Migrator().StampAsync("1");

        Assert.Equal(["2_b", "3_c"], stamp.Removed.AsEnumerable());
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
        Assert.Equal(["a", "b", "c"], await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_stamped_migration_can_be_undone_when_its_file_is_gone()
    {
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id integer);", "DROP TABLE a;"))
            .Code("2_b", schema => schema.Create("b", table => table.Id()));
        await Project.MigrateAsync();
        await Project.Migrator().StampAsync("head", StampedRows.Purge);
        Project.Delete("1_a.sql");
        Project.Delete("2_b.cs");

        await Project.Migrator().ResetAsync();

        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task Purging_forgets_rows_without_files_and_what_was_left_half_done()
    {
        Project.Write("1_gone.sql", Script.Table("gone")).Write("2_b.sql", "-- transaction: off\nCREATE TABLE b (id integer);\nINSERT INTO missing VALUES (1);");
        await Project.MigrateAndFailAsync();
        Project.Delete("1_gone.sql");
        Assert.Equal(ErrorCode.InDoubt, (await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().StampAsync("2"))).Code);

        await Project.Migrator().StampAsync("2_b", StampedRows.Purge);

        Assert.Equal(["1 2_b applied"], await Project.HistoryAsync());
        Assert.Empty(await Project.RowsAsync("SELECT * FROM migrations_journal"));
    }

    [DatabaseFact]
    public async Task Repeatable_migrations_are_recorded_with_the_last_of_the_others()
    {
        Three();
        Project.Write("R__v.sql", "CREATE VIEW v AS SELECT 1 AS one;");

        Assert.Equal(2, (await Project.Migrator().StampAsync("2")).Recorded.Length);
        Assert.Equal(["3_c", "R__v"], (await Project.Migrator().StampAsync("head")).Recorded.Select(migration => migration.Id.Text));
        Assert.Empty((await Project.MigrateAsync()).Completed);
    }

    [DatabaseFact]
    public async Task Before_all_the_history_is_empty_and_a_second_stamp_changes_nothing()
    {
        Three();
        await Project.MigrateAsync();

        Assert.Equal(3, (await Project.Migrator().StampAsync("base")).Removed.Length);

        Assert.Empty(await Project.HistoryAsync());
        Assert.True((await Project.Migrator().StampAsync("base")).IsEmpty);
    }

    [DatabaseFact]
    public async Task An_unknown_revision_changes_nothing()
    {
        Three();
        await Project.Migrator().MigrateAsync("1");
        var before = await Project.DumpAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().StampAsync("9_z"));

        Assert.Equal(ErrorCode.UnknownRevision, error.Code);
        AssertHelpful(error);
        Assert.Equal(before, await Project.DumpAsync());
    }

    private void Three() => Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));
}
