using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>Everything is dropped, whatever hangs on what, and a full run works on what is left.</summary>
public abstract class WipeSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "A10")]
    public async Task Everything_a_database_can_hold_is_dropped_and_a_full_run_works_afterwards()
    {
        Project.Write("1_everything.sql", Product.OneOfEach);
        await Project.MigrateAsync();
        var full = await Project.RowsAsync(Product.CatalogQuery);

        var dropped = await Project.Migrator().WipeAsync();

        Assert.True(dropped > 5, $"{dropped} dropped");
        Assert.Empty(await Project.RowsAsync(Product.CatalogQuery));
        await Project.MigrateAsync();
        Assert.Equal(full, await Project.RowsAsync(Product.CatalogQuery));
    }

    [DatabaseFact]
    [Trait("Parity", "A10")]
    public async Task The_history_stays_when_that_is_asked_for()
    {
        Project.Write("1_everything.sql", Product.OneOfEach);
        await Project.MigrateAsync();
        var empty = await EmptyWithHistoryAsync();

        await Project.Migrator().WipeAsync(WipeHistory.Keep);

        Assert.Equal(empty, await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(["1 1_everything applied"], await Project.HistoryAsync());
        Assert.Empty((await Project.MigrateAsync()).Completed);
    }

    [DatabaseFact]
    public async Task Rows_that_refer_to_each_other_do_not_hold_it_up()
    {
        await Project.ExecuteAsync("CREATE TABLE parent (id integer PRIMARY KEY)");
        await Project.ExecuteAsync("CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL, FOREIGN KEY (parent_id) REFERENCES parent (id))");
        await Project.ExecuteAsync("INSERT INTO parent VALUES (1)");
        await Project.ExecuteAsync("INSERT INTO child VALUES (1, 1)");

        Assert.Equal(2, await Project.Migrator().WipeAsync());

        Assert.Empty(await Project.DumpAsync());
    }

    [DatabaseFact]
    public async Task Names_that_need_quotes_are_dropped_too()
    {
        foreach (var name in (string[])["order", "Two Words", "with'quote", "with\"and`"])
            await Project.ExecuteAsync($"CREATE TABLE {Product.Dialect.Quote(name)} (id integer)");

        Assert.Equal(4, await Project.Migrator().WipeAsync());

        Assert.Empty(await Project.DumpAsync());
    }

    [DatabaseFact]
    public async Task Five_hundred_tables_are_dropped()
    {
        await using (var connection = await Project.ConnectAsync())
        {
            for (var i = 0; i < 500; i++) await connection.ExecuteAsync($"CREATE TABLE t{i} (id integer PRIMARY KEY)");
        }

        Assert.Equal(500, await Project.Migrator().WipeAsync());
    }

    [DatabaseFact]
    public async Task An_empty_database_has_nothing_to_drop()
    {
        Assert.Equal(0, await Project.Migrator().WipeAsync());
        Assert.Equal(0, await Project.Migrator().WipeAsync(WipeHistory.Keep));
    }

    private static async Task<string[]> EmptyWithHistoryAsync()
    {
        await using var other = await Project.CreateAsync(Product);
        await other.Migrator().InstallAsync();
        return await other.RowsAsync(Product.CatalogQuery);
    }
}
