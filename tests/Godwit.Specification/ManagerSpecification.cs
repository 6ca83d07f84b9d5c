using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>What the command does, a program does by the same names.</summary>
public abstract class ManagerSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "E7")]
    public async Task A_program_goes_up_and_down_by_revisions_asks_where_it_is_and_validates()
    {
        var migrator = Project.Migrator();
        Project.Write("001_a.sql", Script.UpDown("CREATE TABLE a (id integer);", "DROP TABLE a;"))
            .Write("002_b.sql", Script.UpDown("CREATE TABLE b (id integer);", "DROP TABLE b;"))
            .Write("003_c.sql", "-- tags: v1\n" + Script.UpDown("CREATE TABLE c (id integer);", "DROP TABLE c;"));

        Assert.Empty((await migrator.ValidateAsync()).Findings);
        Assert.Null(await migrator.CurrentAsync());
        Assert.Equal(["001_a"], Ids(await migrator.UpgradeAsync("+1")));
        Assert.Equal(["002_b", "003_c"], Ids(await migrator.UpgradeAsync("tag:v1")));
        Assert.Equal("003_c", (await migrator.CurrentAsync())?.Id.Text);
        Assert.Equal("003_c", Assert.Single(migrator.SurveyFiles().Graph.Heads).Text);
        Assert.Equal(["003_c"], Ids(await migrator.DowngradeAsync()));
        Assert.Equal(["002_b"], Ids(await migrator.DowngradeAsync("001")));
        Assert.Equal(["002_b", "003_c"], Ids(await migrator.UpgradeAsync()));
        var losses = await migrator.LossesAsync(await migrator.PlanAsync(new Target.Base()));
        Assert.Equal(3, losses.Count(loss => loss.Code is ErrorCode.DataLoss));
        Assert.Equal(["003_c", "002_b", "001_a"], Ids(await migrator.DowngradeAsync("base")));
        Assert.Contains("CREATE TABLE c", migrator.UpgradeScript("002:head"), StringComparison.Ordinal);
        Assert.Contains("DROP TABLE c", migrator.DowngradeScript("head:002"), StringComparison.Ordinal);
    }

    [DatabaseFact]
    [Trait("Parity", "E7")]
    public async Task A_program_moves_its_unapplied_migrations_after_the_others()
    {
        var migrator = Project.Migrator();
        Project.Write("002_b.sql", Script.Table("b"));
        await migrator.UpgradeAsync();
        Project.Write("001_late.sql", Script.Table("late"));

        var rebase = await migrator.PlanRebaseAsync([]);
        var files = await migrator.RebaseAsync(rebase);

        Assert.Equal("003_late.sql", Path.GetFileName(Assert.Single(files)));
        Assert.Equal(["003_late"], Ids(await migrator.UpgradeAsync()));
    }
}
