using Godwit.Cli.Tests.Running;
using Godwit.Configuration;
using Godwit.Specification.Samples;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class SchemaScriptOnSqliteTest() : SchemaScriptSpecification(Server.Sqlite)
{
    // What the sqlite3 program writes for .schema.
    protected override async Task<string> DumpAsync(ConnectionSettings? server, string url) => string.Join('\n', await ColumnAsync(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND tbl_name NOT LIKE 'migrations%' ORDER BY rowid", url));
}

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class SchemaScriptOnPostgreSqlTest() : SchemaScriptSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class SchemaScriptOnMariaDbTest() : SchemaScriptSpecification(Server.MariaDb);

/// <summary>A script of a whole schema.</summary>
public abstract class SchemaScriptSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseFact]
    [Trait("Parity", "A9")]
    public async Task The_script_of_a_large_schema_makes_one_that_the_databases_own_dump_cannot_tell_from_it()
    {
        Project.Migration("001_sample.sql", SampleScript.Of(Product));
        (await Project.RunAsync("migrate")).Succeeded();
        await using var copy = await CopyAsync();

        (await Project.RunAsync("db:schema --output sql --file schema.sql")).Succeeded().Says("Wrote schema.sql");
        await copy.ScriptAsync(Path.Join(Project.Here, "schema.sql"));

        Assert.Equal(await DumpAsync(Database?.Settings, Url), await DumpAsync(copy.Server, copy.Url));
        Assert.Equal(await JsonAsync(Url), await JsonAsync(copy.Url));
        Assert.Equal(await JsonAsync(Url), await JsonAsync(Url));
    }

    [DatabaseFact]
    [Trait("Parity", "A9")]
    public async Task A_script_of_one_table_holds_that_table_and_what_belongs_to_it()
    {
        Project.Migration("001_a.sql", "CREATE TABLE one (id int PRIMARY KEY, n int); CREATE INDEX one_n ON one (n); CREATE TABLE two (id int PRIMARY KEY);");
        (await Project.RunAsync("migrate")).Succeeded();
        await using var copy = await CopyAsync();

        (await Project.RunAsync("db:schema --table one --output sql --file one.sql")).Succeeded();
        await copy.ScriptAsync(Path.Join(Project.Here, "one.sql"));

        var tree = (await Project.RunAsync(["db:schema", "--url", copy.Url])).Succeeded();
        tree.Says("table one", "index one_n");
        Assert.DoesNotContain("two", tree.Out, StringComparison.Ordinal);
    }

    private string Product => Server switch { Server.Sqlite => "sqlite", Server.PostgreSql => "postgresql", _ => "mariadb" };

    private string Url => Server is Server.Sqlite ? $"sqlite:{Project.SqliteFile}" : Database!.Url;

    /// <summary>The schema as the database's own dump writes it.</summary>
    protected virtual async Task<string> DumpAsync(ConnectionSettings? server, string url) => Server is Server.PostgreSql
        ? await SchemaDump.OfPostgreSqlAsync(server!)
        : (await SchemaDump.OfMariaDbAsync(server!)).Replace(server!.Database!, "DATABASE", StringComparison.Ordinal);

    private async Task<string> JsonAsync(string url) => (await Project.RunAsync(["db:schema", "--json", "--url", url])).Succeeded().Out;

    private async Task<Copy> CopyAsync() => new(await NewDatabaseAsync(), Path.Join(Project.Root, "copy.sqlite"));

    /// <summary>An empty database to run the script in.</summary>
    private sealed class Copy(TestDatabase? database, string file) : IAsyncDisposable
    {
        internal ConnectionSettings? Server => database?.Settings;

        internal string Url => database?.Url ?? $"sqlite:{file}";

        internal async Task ScriptAsync(string script)
        {
            if (database is not null)
            {
                await NativeProgram.ScriptAsync(database.Settings, script);
                return;
            }

            await using var created = new Godwit.Sqlite.SqliteDatabase(file);
            await created.CreateAsync(CancellationToken.None);
            await using var session = await created.OpenAsync(CancellationToken.None);
            await session.QueryAsync(await File.ReadAllTextAsync(script), _ => { }, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
