using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>The connection breaks in the middle of a migration.</summary>
public abstract class LostSessionSpecification<TProduct> : Specification<TProduct>
    where TProduct : ServerProduct, new()
{
    private static readonly string Broken =
        $"CREATE TABLE b (id integer);\nINSERT INTO b VALUES (1);\n{Product.EndOwnSession};\nINSERT INTO b VALUES (2);";

    private const string Mended = "CREATE TABLE b (id integer);\nINSERT INTO b VALUES (1);\nINSERT INTO b VALUES (2);\nINSERT INTO b VALUES (3);";

    [DatabaseFact]
    public async Task A_script_that_ends_its_own_session_is_told_as_a_lost_connection()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Broken);

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.ConnectionLost, error.Code);
        Assert.NotNull(error.State);
        AssertHelpful(error);
        Assert.Contains("1 1_a applied", await Project.HistoryAsync());
        Assert.DoesNotContain("2", Product.FailsWhole ? await Project.TablesAsync() : await Project.RowsAsync("SELECT id FROM b"));
    }

    [DatabaseFact]
    public async Task The_next_run_goes_on_and_nothing_is_done_twice()
    {
        Project.Write("2_b.sql", Broken);
        await Project.MigrateAndFailAsync();
        Project.Write("2_b.sql", Mended);

        await Project.MigrateAsync();

        Assert.Equal(["1", "2", "3"], await Project.RowsAsync("SELECT id FROM b ORDER BY id"));
        Assert.Equal(["2_b applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
    }

    [DatabaseFact]
    public async Task A_lock_that_cannot_be_asked_for_is_told_like_any_other_failure()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        await Project.ExecuteAsync("DROP TABLE migrations_lock");

        AssertHelpful(await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator().LockHolderAsync()));
    }

    [DatabaseFact]
    public async Task The_same_migrator_opens_a_new_session_for_its_next_verb()
    {
        Project.Write("2_b.sql", Broken);
        var migrator = Project.Migrator();
        await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Equal(Product.FailsWhole ? 0 : 1, (await migrator.AppliedAsync()).Count);
        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());
        Assert.Equal(ErrorCode.ConnectionLost, error.Code);
    }
}
