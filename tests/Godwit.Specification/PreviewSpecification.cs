using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>What a run would send is shown without sending it, and is all that it would send.</summary>
public abstract class PreviewSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private const string Rows = "SELECT batch, migration, checksum, state, applied_by, godwit_version, down_sql FROM migrations ORDER BY id";

    [DatabaseFact]
    [Trait("Parity", "A3")]
    public async Task It_writes_nothing_and_run_by_hand_it_has_the_same_effect_as_a_run()
    {
        WriteMigrations(Project);
        await Project.Migrator().InstallAsync();
        var before = await Project.DumpAsync();

        var script = await PreviewAsync(new Target.Head());
        Assert.Equal(before, await Project.DumpAsync());
        await RunByHandAsync(script);

        await using var real = await Project.CreateAsync(Product);
        WriteMigrations(real);
        await real.MigrateAsync();
        Assert.Equal(await real.RowsAsync(Product.CatalogQuery), await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(await real.RowsAsync(Rows), await Project.RowsAsync(Rows));
        Assert.Equal(await real.RowsAsync("SELECT * FROM a"), await Project.RowsAsync("SELECT * FROM a"));
        Assert.Empty(await Project.Migrator().PendingAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A4")]
    public async Task A_rollback_is_shown_the_same_way()
    {
        WriteMigrations(Project);
        await Project.Migrator().InstallAsync();
        var empty = await Project.RowsAsync(Product.CatalogQuery);
        await Project.MigrateAsync();
        Project.Delete("2_b.sql");
        var before = await Project.DumpAsync();

        var script = await PreviewAsync(new Target.Base());
        Assert.Equal(before, await Project.DumpAsync());
        await RunByHandAsync(script);

        Assert.Equal(empty, await Project.RowsAsync(Product.CatalogQuery));
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task Each_statement_is_where_a_run_would_have_it()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);");
        var migrator = Project.Migrator();

        var step = Assert.Single(await migrator.PreviewAsync(await migrator.PlanAsync(new Target.Head())));

        Assert.Equal("1_a", step.Step.Id);
        Assert.Equal(Product.FailsWhole ? 1 : 3, step.Transactions.Length);
        Assert.Equal("COMMIT", step.Transactions[^1][^1].Text);
        Assert.Contains(step.Transactions.SelectMany(part => part), statement => statement.Text == "INSERT INTO a VALUES (2)");
    }

    [DatabaseFact]
    public async Task A_plan_that_must_not_be_carried_out_is_not_shown_but_refused()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer);");
        var migrator = Project.Migrator();
        await migrator.MigrateAsync();

        var plan = await migrator.PlanAsync(new Target.Base());
        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.PreviewAsync(plan));

        Assert.Equal(ErrorCode.MissingDown, error.Code);
    }

    [DatabaseFact]
    public async Task An_empty_plan_has_no_sql()
    {
        var migrator = Project.Migrator();

        Assert.Empty(await migrator.PreviewAsync(await migrator.PlanAsync(new Target.Head())));
    }

    private static void WriteMigrations(Project project) => project.Write("1_a.sql", Script.UpDown(
            "CREATE TABLE a (id integer PRIMARY KEY, name varchar(50));\nINSERT INTO a VALUES (1, 'it''s; a \"test\"');", "DROP TABLE a;"))
        .Write("2_b.sql", Script.Table("b")).Write("3_c.sql", "-- transaction: off\n" + Script.Table("c")).Write("R__v.sql", Script.UpDown("INSERT INTO b VALUES (1);", "DELETE FROM b;"));

    private async Task<string[]> PreviewAsync(Target target)
    {
        var migrator = Project.Migrator();
        var steps = await migrator.PreviewAsync(await migrator.PlanAsync(target));
        return [.. steps.SelectMany(step => step.Transactions).SelectMany(part => part).Select(statement => statement.Text)];
    }

    private async Task RunByHandAsync(string[] script)
    {
        await using var connection = await Project.ConnectAsync();
        foreach (var statement in script) await connection.ExecuteAsync(statement);
    }
}
