using System.Net.Http.Json;
using System.Text.Json;
using Godwit.Hosting.Tests.Running;
using Godwit.MySql.Tests;
using Godwit.PostgreSql.Tests;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Godwit.Sqlite.Tests;
using Xunit;

namespace Godwit.Hosting.Tests;

[Collection("processes")]
public sealed class WebAppOnSqliteTest() : WebAppSpecification<SqliteProduct>("sqlite");

[Collection("processes")]
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class WebAppOnPostgreSqlTest() : WebAppSpecification<PostgreSqlProduct>("postgresql");

[Collection("processes")]
[RequiresServer(MySqlProduct.Variable)]
public sealed class WebAppOnMariaDbTest() : WebAppSpecification<MySqlProduct>("mariadb");

/// <summary>samples/webapp as it is deployed: ten processes that start at once on one new database, again and again.</summary>
public abstract class WebAppSpecification<TProduct>(string database) : Specification<TProduct>
    where TProduct : Product, new()
{
    private const int Instances = 10;

    private static readonly string[] Migrations =
        ["2025_03_01_090000_create_notes_table", "2025_03_02_090000_write_the_first_note", "2025_03_03_090000_add_pinned_to_notes_table"];

    private static readonly HttpClient Client = new();

    [DatabaseFact]
    [Trait("Parity", "E3")]
    public async Task Ten_instances_that_start_at_once_apply_each_migration_once()
    {
        for (var round = 0; round < Rounds.InProcesses; round++)
        {
            await using var project = await Project.CreateAsync(Product);
            await StartTenAsync(project);
        }
    }

    [DatabaseFact]
    public async Task The_service_takes_notes()
    {
        await using var instance = Instance.Start(database, Project.ConnectionString);
        var notes = new Uri(await instance.Address, "notes");

        (await Client.PostAsJsonAsync(notes, new { text = "It has landed." })).EnsureSuccessStatusCode();

        var all = await Client.GetFromJsonAsync<JsonElement[]>(notes);
        Assert.Equal(
            ["The bar-tailed godwit flies eleven thousand kilometres without landing.", "It has landed."],
            all!.Select(note => note.GetProperty("text").GetString()));
    }

    [DatabaseFact]
    public async Task As_a_job_it_migrates_and_ends()
    {
        await using var job = Instance.Start(database, Project.ConnectionString, "migrate");

        Assert.Equal(0, await job.EndAsync());

        Assert.Equal(Migrations, await Project.RowsAsync("SELECT migration FROM migrations ORDER BY id"));
        Assert.False(job.Address.IsCompletedSuccessfully);
    }

    private async Task StartTenAsync(Project project)
    {
        var instances = Enumerable.Range(0, Instances).Select(_ => Instance.Start(database, project.ConnectionString)).ToArray();
        try
        {
            var addresses = await Task.WhenAll(instances.Select(instance => instance.Address)).WaitAsync(TimeSpan.FromMinutes(3));
            foreach (var address in addresses)
            {
                var health = await Client.GetFromJsonAsync<JsonElement>(new Uri(address, "health"));
                Assert.Equal("Healthy", health.GetProperty("status").GetString());
            }

            Assert.Equal(Migrations.Select(id => id + " applied"), await project.RowsAsync("SELECT migration, state FROM migrations ORDER BY id"));
            Assert.Equal(["1"], await project.RowsAsync("SELECT count(*) FROM notes"));
            var log = string.Join('\n', instances.Select(instance => instance.Log));
            foreach (var id in Migrations) Assert.Equal(2, log.Split($"{id} is applied in").Length);
        }
        finally
        {
            foreach (var instance in instances) await instance.DisposeAsync();
        }
    }
}
