using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Repeatable migrations: after the others, again whenever they change, gone with their down.</summary>
public abstract class RepeatableSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private static string View(string column) => Script.UpDown(
        $"DROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT id AS {column} FROM a;", "DROP VIEW IF EXISTS v;");

    [DatabaseFact]
    public async Task They_are_applied_after_all_others_in_the_order_of_their_names()
    {
        Project.Write("R__y.sql", "UPDATE a SET id = id + 1;").Write("R__x.sql", "INSERT INTO a VALUES (1);").Write("2_b.sql", Script.Table("b"))
            .Write("1_a.sql", Script.Table("a"));

        var result = await Project.MigrateAsync();

        Assert.Equal(["1_a", "2_b", "R__x", "R__y"], Ids(result));
        Assert.Equal(["2"], await Project.RowsAsync("SELECT id FROM a"));
    }

    [DatabaseFact]
    public async Task They_are_applied_again_when_they_have_changed_and_only_then()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("R__v.sql", View("first"));
        await Project.MigrateAsync();
        Assert.Empty((await Project.MigrateAsync()).Completed);
        Project.Write("R__v.sql", View("second"));

        var result = await Project.MigrateAsync();

        Assert.Equal(StepAction.Reapply, Assert.Single(result.Completed).Action);
        Assert.Empty(await Project.RowsAsync("SELECT second FROM v"));
        Assert.Equal(["1 1_a applied", "2 R__v applied"], await Project.HistoryAsync());
        Assert.Empty((await Project.MigrateAsync()).Completed);
    }

    [DatabaseFact]
    public async Task They_wait_while_others_before_them_are_left_out()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("R__v.sql", View("x"));

        var first = await Project.Migrator().RunAsync(new Target.Next(1));

        Assert.Equal(["1_a"], Ids(first));
        Assert.Equal(["2_b", "R__v"], Ids(await Project.MigrateAsync()));
    }

    [DatabaseFact]
    public async Task One_that_fails_when_it_is_applied_again_can_be_mended()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("R__v.sql", View("first"));
        await Project.MigrateAsync();
        Project.Write("R__v.sql", "DROP VIEW IF EXISTS v;\nINSERT INTO missing VALUES (1);");
        await Project.MigrateAndFailAsync();
        if (Product.FailsWhole) Assert.Empty(await Project.RowsAsync("SELECT first FROM v"));
        Project.Write("R__v.sql", View("third"));

        await Project.MigrateAsync();

        Assert.Empty(await Project.RowsAsync("SELECT third FROM v"));
        Assert.Equal("applied", await Project.ScalarAsync("SELECT state FROM migrations WHERE migration = 'R__v'"));
    }

    [DatabaseFact]
    public async Task They_are_undone_with_their_down_before_what_they_stand_on()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("R__v.sql", View("x"));
        await Project.MigrateAsync();

        var result = await Project.Migrator().ResetAsync();

        Assert.Equal(["R__v Undo", "1_a Undo"], result.Completed.Select(step => $"{step.Id} {step.Action}"));
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task One_without_a_down_is_forgotten_and_applied_again_later()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("R__v.sql", "DROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT 1 AS x;");
        await Project.MigrateAsync();

        var result = await Project.Migrator().ResetAsync();

        Assert.Equal(["R__v Forget", "1_a Undo"], result.Completed.Select(step => $"{step.Id} {step.Action}"));
        Assert.Equal(["1_a", "R__v"], Ids(await Project.MigrateAsync()));
    }

    [DatabaseFact]
    public async Task One_goes_with_the_counted_migration_under_it()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("R__v.sql", View("x"));
        await Project.MigrateAsync();

        Assert.Equal(["R__v", "2_b"], Ids(await Project.RollbackAsync(1)));
        Assert.Equal(["2_b", "R__v"], Ids(await Project.MigrateAsync()));
    }
}
