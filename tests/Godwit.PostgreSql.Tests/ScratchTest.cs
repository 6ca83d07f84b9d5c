using Godwit.Configuration;
using Godwit.Dialects;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Npgsql;
using Xunit;

namespace Godwit.PostgreSql.Tests;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ScratchTest : ScratchSpecification<PostgreSqlProduct>
{
    private const string Prefix = "godwit_scratch_";

    [DatabaseFact]
    public async Task A_user_who_may_not_create_databases_gets_a_schema_or_is_told_the_right()
    {
        await using var limited = await LimitedUserAsync("GRANT ALL ON SCHEMA public TO {0}", "GRANT CREATE ON DATABASE {1} TO {0}");
        await limited.ExecuteAsync("CREATE TABLE a (id integer)");

        var refused = await Assert.ThrowsAsync<GodwitException>(() => limited.Database.CreateScratchAsync(ScratchIsolation.Database, default));
        await using (var scratch = await limited.Database.CreateScratchAsync(ScratchIsolation.Schema, default))
        {
            Assert.Equal(ScratchIsolation.Schema, scratch.Isolation);
            Assert.Empty((await ReadAsync(scratch)).Tables);
            await RunAsync(scratch, "CREATE TABLE a (id integer, more text); CREATE TABLE b (id integer)");
            Assert.Equal(["a", "b"], (await ReadAsync(scratch)).Tables.Select(table => table.Name.ToString()).Order());
        }

        Assert.Contains("CREATEDB", refused.Remedy, StringComparison.Ordinal);
        Assert.Equal(["a"], await Project.TablesAsync());
        Assert.Empty(await Project.RowsAsync($"SELECT nspname FROM pg_namespace WHERE nspname LIKE '{Prefix}%'"));
    }

    [DatabaseFact]
    public async Task A_user_who_may_do_neither_is_told_both_rights()
    {
        await using var limited = await LimitedUserAsync();

        var refused = await Assert.ThrowsAsync<GodwitException>(() => limited.Database.CreateScratchAsync(ScratchIsolation.Schema, default));

        Assert.Equal(ErrorCode.AccessDenied, refused.Code);
        Assert.Contains("CREATEDB", refused.Remedy, StringComparison.Ordinal);
        Assert.Contains("GRANT CREATE ON DATABASE", refused.Remedy, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Names_without_a_schema_lead_to_one_of_the_same_name()
    {
        await Project.ExecuteAsync("CREATE SCHEMA \"My App\"");
        await using var connection = (NpgsqlConnection)await Project.ConnectAsync();
        await Project.ExecuteAsync($"ALTER DATABASE {connection.Database} SET search_path = \"My App\", public");
        await using var scratch = await CreateAsync();

        await RunAsync(scratch, "CREATE TABLE a (id integer); CREATE TABLE \"My App\".b (id integer)");

        Assert.Equal(["a", "b"], (await ReadAsync(scratch)).Tables.Select(table => table.Name.ToString()).Order());
    }

    [DatabaseFact]
    public async Task An_applications_data_source_is_enough()
    {
        await using var source = NpgsqlDataSource.Create(Project.ConnectionString);
        await using var database = new PostgreSqlDatabase(source);
        await using var scratch = await database.CreateScratchAsync(ScratchIsolation.Database, default);

        await RunAsync(scratch, "CREATE TABLE a (id integer)");

        Assert.Single((await ReadAsync(scratch)).Tables);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task What_a_killed_run_left_is_cleared_away_and_what_is_in_use_is_not()
    {
        var (left, used) = ($"{Prefix}20200101000000_{Guid.NewGuid():N}", $"{Prefix}20200101000000_{Guid.NewGuid():N}");
        await Project.ExecuteAsync($"CREATE DATABASE {left}");
        await using (var user = await UseAsync(used))
        {
            await (await CreateAsync()).DisposeAsync();
            Assert.Equal([used], await Project.RowsAsync($"SELECT datname FROM pg_database WHERE datname IN ('{left}', '{used}')"));
        }

        await Project.ExecuteAsync($"DROP DATABASE {used} WITH (FORCE)");
    }

    // Until somebody is in it, the tests beside this one take it for a left-over, too.
    private async Task<NpgsqlConnection> UseAsync(string database)
    {
        while (true)
        {
            var user = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Project.ConnectionString) { Database = database, Pooling = false }.ConnectionString);
            try
            {
                await Project.ExecuteAsync($"CREATE DATABASE {database}");
                await user.OpenAsync();
                return user;
            }
            catch (PostgresException cleared) when (cleared.SqlState is PostgresErrorCodes.InvalidCatalogName)
            {
                await user.DisposeAsync();
            }
        }
    }

    private async Task<LimitedUser> LimitedUserAsync(params string[] grants)
    {
        var name = $"limited_{Guid.NewGuid():N}"[..20];
        var address = new NpgsqlConnectionStringBuilder(Project.ConnectionString);
        await Project.ExecuteAsync($"CREATE ROLE {name} LOGIN PASSWORD 'limited'");
        foreach (var grant in grants) await Project.ExecuteAsync(string.Format(null, grant, name, address.Database));
        var settings = new ConnectionSettings
        {
            Driver = "postgresql",
            Host = address.Host,
            Port = address.Port,
            Database = address.Database,
            Username = name,
            Password = new Secret("limited"),
        };
        return new LimitedUser(name, PostgreSqlDialect.Instance.Connect(settings), Project);
    }

    private sealed class LimitedUser(string name, Database database, Project project) : IAsyncDisposable
    {
        internal Database Database => database;

        internal async Task ExecuteAsync(string sql)
        {
            await using var session = await database.OpenAsync(default);
            await session.QueryAsync(sql, _ => { }, default);
        }

        public async ValueTask DisposeAsync()
        {
            await database.DisposeAsync();
            await project.ExecuteAsync($"DROP OWNED BY {name}; DROP ROLE {name}");
        }
    }
}
