using System.Diagnostics;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Comparison;
using Godwit.Configuration;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class ContextOnSqliteTest() : ContextSpecification(Server.Sqlite)
{
    [Fact]
    public async Task The_applications_copy_of_the_driver_does_not_take_the_place_of_the_commands()
    {
        UseApplication();
        Project.Migration("001_strict.sql", "CREATE TABLE strict_ones (id integer PRIMARY KEY, n int) STRICT;");
        (await CommandProcess.RunAsync(Project, "migrate")).Succeeded();

        // The context is read first, and then a database that the SQLite in the driver's package is too old for.
        (await CommandProcess.RunAsync(Project, "create", "later", "--auto", "--format", "sql")).Succeeded().Says("drop table strict_ones");
    }
}

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class ContextOnPostgreSqlTest() : ContextSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class ContextOnMariaDbTest() : ContextSpecification(Server.MariaDb);

/// <summary>An application with Entity Framework Core whose context becomes migrations.</summary>
public abstract class ContextSpecification(Server server) : DatabaseSpecification(server)
{
    private static readonly string[] OtherSchemas = ["support"];

    // bin/Release/net10.0
    private static readonly string BuildConfiguration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private string Application => Server switch { Server.Sqlite => "ShopOnSqlite", Server.PostgreSql => "ShopOnPostgreSql", _ => "ShopOnMySql" };

    private string Assembly => Path.Join(Samples.Repository, "tests/applications", Application, "bin", BuildConfiguration, "net10.0", Application + ".dll");

    [DatabaseFact]
    [Trait("Parity", "C2 C3")]
    public async Task A_context_becomes_a_migration_and_the_database_one_that_the_application_works_with()
    {
        UseApplication();

        (await Project.RunAsync("create start --auto")).Succeeded().Says("create table Customers", "Not read from the models", "view turnover", "rows of Tags (HasData)");
        (await Project.RunAsync("migrate")).Succeeded();
        (await Project.RunAsync("check")).Succeeded().Says("The migrations match the models.", "view turnover");
        Assert.Equal(
            "Ada of Leeds (Usual, active True, 0.50, 2024-02-29): 2 orders, 11.90, then 1.00 after True; Book Birds, nature; CardPayment 11.90; Grace",
            await RunApplicationAsync("use", Here()));

        Project.Set("SHOP_LATER", "1");
        (await CommandProcess.RunAsync(Project, "make:migration", "phones", "--auto")).Succeeded().Says("add column Phone to Customers", "create index IX_Customers_Phone");
        (await CommandProcess.RunAsync(Project, "migrate")).Succeeded();
        (await CommandProcess.RunAsync(Project, "check")).Succeeded();
        (await CommandProcess.RunAsync(Project, "reset")).Succeeded();
        Assert.Empty(await TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "C3")]
    public async Task It_makes_what_the_framework_itself_makes()
    {
        UseApplication();
        await using var made = await NewDatabaseAsync();
        var other = Of(made, Path.Join(Project.Root, "other.sqlite"));

        (await Project.RunAsync("create start --auto")).Succeeded();
        (await Project.RunAsync("migrate")).Succeeded();
        await RunApplicationAsync("make", other);

        Assert.Empty(Lines(SchemaComparer.Compare(await ReadAsync(Here().Settings), await ReadAsync(other.Settings))));
        (await Project.RunAsync(["schema:diff", other.Url, "models"])).Succeeded().Says("have the same schema", "view turnover");
    }

    [DatabaseFact]
    public async Task Tables_of_others_and_the_histories_of_the_framework_stay()
    {
        UseApplication();
        (await Project.RunAsync("install")).Succeeded();
        var quote = Server is Server.MariaDb ? "`" : "\"";
        await ExecuteAsync($"CREATE TABLE visitors ({quote}Id{quote} int)");
        await ExecuteAsync($"CREATE TABLE {quote}__EFMigrationsHistory{quote} ({quote}MigrationId{quote} varchar(150) NOT NULL)");
        await ExecuteAsync("CREATE TABLE forgotten (id int)");

        var made = (await Project.RunAsync("create start --auto --format sql")).Succeeded().Says("drop table forgotten");

        Assert.DoesNotContain("visitors", made.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("__EFMigrationsHistory", made.Out, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(SchemaDifference difference) =>
        [.. difference.Operations.Select(operation => operation.ToString()!), .. difference.Unsupported.Select(change => change.Problem)];

    private protected void UseApplication()
    {
        var context = Server is Server.Sqlite ? ", \"context\": \"ShopContext\"" : "";
        Project.Write("godwit.json", $$"""{ "models": { "assembly": "{{Assembly}}"{{context}} } }""");
    }

    private Place Here() => Of(Database, Project.SqliteFile);

    private static Place Of(TestDatabase? database, string file) => database is null
        ? new Place($"sqlite:{file}", $"Data Source={file};Pooling=False", new ConnectionSettings { Driver = "sqlite", Database = file })
        : new Place(database.Url, database.ConnectionString, database.Settings);

    private async Task<DatabaseSchema> ReadAsync(ConnectionSettings settings)
    {
        await using var database = Drivers.Find(settings.Driver).Connect(settings);
        await using var session = await database.OpenAsync(CancellationToken.None);
        var schema = await session.ReadSchemaAsync(Server is Server.PostgreSql ? OtherSchemas : [], CancellationToken.None);
        return database.Dialect.Normalize(schema with
        {
            Tables = schema.Tables.Without(table => table.Name.Name.StartsWith("migrations", StringComparison.Ordinal)),
            Sequences = schema.Sequences.Without(sequence => sequence.OwnedBy?.Table.Name.StartsWith("migrations", StringComparison.Ordinal) is true),
        });
    }

    private async Task<string> RunApplicationAsync(string verb, Place place)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SHOP_CONNECTION"] = place.ConnectionString;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return output.Trim();
    }

    // A database as the command, as the application, and as a test reaches it.
    private sealed record Place(string Url, string ConnectionString, ConnectionSettings Settings);
}
