using Godwit.Dialects;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Godwit.Sql;
using Xunit;

namespace Godwit.Specification;

/// <summary>A scratch database is empty, apart from the real one, and leaves no trace.</summary>
public abstract class ScratchSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    public async Task It_is_empty_and_what_happens_in_it_does_not_reach_the_real_one()
    {
        await Project.ExecuteAsync("CREATE TABLE a (id integer)");
        await using var scratch = await CreateAsync();

        Assert.Empty((await ReadAsync(scratch)).Tables);
        await RunAsync(scratch, Product.OneOfEach);

        Assert.Equal(["a"], await Project.TablesAsync());
        Assert.True((await ReadAsync(scratch)).Tables.Count > 1);
    }

    [DatabaseFact]
    public async Task It_is_gone_afterwards_even_when_a_session_was_left_open()
    {
        var scratch = await CreateAsync();
        var left = await scratch.Database.OpenAsync(default);
        Assert.True(await ExistsAsync(scratch.Database));

        await scratch.DisposeAsync();
        await scratch.DisposeAsync();

        Assert.False(await ExistsAsync(scratch.Database));
        await left.DisposeAsync();
    }

    [DatabaseFact]
    public async Task Several_at_once_do_not_meet()
    {
        await using var database = Project.Handle();
        var scratches = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.CreateScratchAsync(ScratchIsolation.Database, default)));

        await Task.WhenAll(scratches.Select(scratch => RunAsync(scratch, "CREATE TABLE a (id integer)")));

        foreach (var scratch in scratches) await scratch.DisposeAsync();
    }

    [DatabaseFact]
    public async Task The_migrations_of_a_project_run_in_it_as_in_the_real_one()
    {
        Project.Write("1_everything.sql", Product.OneOfEach);
        await Project.MigrateAsync();
        await using var scratch = await CreateAsync();

        await Project.Migrator(scratch.Database).MigrateAsync();

        await using var database = Project.Handle();
        await using var real = await database.OpenAsync(default);
        Assert.Equal(await real.ReadSchemaAsync([], default), await ReadAsync(scratch));
    }

    /// <summary>A scratch database of its own beside the test's.</summary>
    protected Task<ScratchDatabase> CreateAsync() => Project.Handle().CreateScratchAsync(ScratchIsolation.Database, default);

    protected static async Task<DatabaseSchema> ReadAsync(ScratchDatabase scratch)
    {
        await using var session = await scratch.Database.OpenAsync(default);
        return await session.ReadSchemaAsync([], default);
    }

    private async Task<bool> ExistsAsync(Database database) => Product.Dialect.Name switch
    {
        "sqlite" => Directory.Exists(Path.GetDirectoryName(database.Description["sqlite:".Length..])),
        "mysql" => (await Project.RowsAsync("SHOW DATABASES")).Contains(database.Name),
        _ => (await Project.RowsAsync("SELECT datname FROM pg_database")).Contains(database.Name),
    };

    protected static async Task RunAsync(ScratchDatabase scratch, string script)
    {
        await using var session = await scratch.Database.OpenAsync(default);
        await session.RunAsync(session.Splitter.Split(new SourceText("scratch.sql", script), 0, script.Length), SilentObserver.Instance, default);
    }
}
