using Godwit.Configuration;
using Godwit.Hosting.Tests.Running;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Godwit.Hosting.Tests;

/// <summary>What an application does about its migrations when it starts.</summary>
public abstract class StartSpecification<TProduct> : HostingSpecification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "E3")]
    public async Task What_is_pending_is_applied_before_the_first_request_is_taken()
    {
        WriteTwoMigrations();

        var application = await NewApplication().StartAsync();

        Assert.Equal(["1 001_create_birds applied", "1 002_create_nests applied"], await Project.HistoryAsync());
        Assert.NotEmpty(application.Addresses);
        var lines = application.Log.Lines.ToList();
        var ready = lines.FindIndex(line => line.StartsWith("Information Godwit[8]", StringComparison.Ordinal));
        var listening = lines.FindIndex(line => line.Contains("Now listening on", StringComparison.Ordinal));
        Assert.True(ready >= 0 && ready < listening, string.Join('\n', lines));
    }

    [DatabaseFact]
    public async Task A_second_start_has_nothing_to_do()
    {
        WriteTwoMigrations();
        await NewApplication().StartAsync();

        var again = await NewApplication().StartAsync();

        Assert.Contains(again.Log.Lines, line => line.StartsWith("Information Godwit[9]", StringComparison.Ordinal));
        Assert.Equal(2, (await Project.HistoryAsync()).Length);
    }

    [DatabaseFact]
    [Trait("Parity", "E3")]
    public async Task Ten_applications_that_start_at_once_apply_each_migration_once()
    {
        for (var round = 0; round < Rounds.InOneProcess; round++)
        {
            await using var project = await Project.CreateAsync(Product);
            WriteTwoMigrations(project);
            await StartTenAsync(project);
        }
    }

    [DatabaseFact]
    public async Task A_migration_that_fails_ends_the_start_and_the_log_says_where_and_what_to_do()
    {
        Project.Write("001_create_birds.sql", "CREATE TABLE birds (id int);\n");
        Project.Write("002_mistake.sql", "CREATE TABLE eggs (id int);\nINSERT INTO nowhere VALUES (1);\n");
        var application = NewApplication();

        var failure = await application.FailToStartAsync();

        Assert.Equal(ErrorCode.StatementFailed, failure.Code);
        Assert.Contains("001_create_birds", await Project.RowsAsync("SELECT migration FROM migrations WHERE state = 'applied'"));
        var line = Assert.Single(application.Log.Lines, line => line.StartsWith("Critical Godwit[11]", StringComparison.Ordinal));
        Assert.Contains("002_mistake.sql:2:", line, StringComparison.Ordinal);
        Assert.Contains(failure.Remedy!, line, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task An_application_that_verifies_does_not_start_while_something_is_pending_and_applies_nothing()
    {
        WriteTwoMigrations();

        var failure = await NewApplication(options => options.AtStart = AtStart.Verify).FailToStartAsync();

        Assert.Equal(ErrorCode.Pending, failure.Code);
        Assert.Contains("pending: 001_create_birds, 002_create_nests", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await Project.TablesAsync());

        await Project.MigrateAsync();
        await NewApplication(options => options.AtStart = AtStart.Verify).StartAsync();
    }

    [DatabaseFact]
    public async Task An_application_that_verifies_does_not_start_when_a_migration_was_edited_after_it_was_applied()
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Write("001_create_birds.sql", "CREATE TABLE birds (id int, name varchar(50));\n");

        var failure = await NewApplication(options => options.AtStart = AtStart.Verify).FailToStartAsync();

        Assert.Equal(ErrorCode.EditedAfterApplied, failure.Code);
        Assert.Contains("001_create_birds", failure.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task An_older_version_starts_beside_a_newer_one_that_has_migrated_the_database_further()
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Delete("002_create_nests.sql");

        foreach (var atStart in new[] { AtStart.Migrate, AtStart.Verify })
        {
            var application = await NewApplication(options => options.AtStart = atStart).StartAsync();
            Assert.Contains(application.Log.Lines, line => line.StartsWith("Warning Godwit[10]", StringComparison.Ordinal) && line.Contains("002_create_nests", StringComparison.Ordinal));
        }
    }

    [DatabaseFact]
    public async Task A_migration_that_is_gone_from_the_middle_keeps_the_application_from_starting()
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Delete("001_create_birds.sql");

        Assert.Equal(ErrorCode.AppliedButMissing, (await NewApplication().FailToStartAsync()).Code);
    }

    [DatabaseFact]
    [Trait("Parity", "E7")]
    public async Task An_application_that_says_itself_when_migrates_in_one_line()
    {
        WriteTwoMigrations();
        var application = await NewApplication(options => options.AtStart = AtStart.Nothing).StartAsync();
        Assert.Empty(await Project.TablesAsync());
        await Assert.ThrowsAsync<GodwitException>(() => application.Host.VerifyMigrationsAsync());

        var result = await application.Host.MigrateAsync();

        Assert.Equal(["001_create_birds", "002_create_nests"], Ids(result));
        await application.Host.VerifyMigrationsAsync();
        await using var scope = application.Services.CreateAsyncScope();
        var migrator = scope.ServiceProvider.GetRequiredService<Migrator>();
        Assert.Equal(["002_create_nests"], Ids(await migrator.RollbackAsync()));
        Assert.Equal(["birds"], await Project.TablesAsync());
    }

    [DatabaseTheory]
    [Trait("Parity", "E5")]
    [InlineData("Development", null, null, false)]
    [InlineData("Staging", null, null, false)]
    [InlineData("Production", null, null, true)]
    [InlineData("Production", "dev", null, false)]
    [InlineData("Development", "prod", null, true)]
    [InlineData("Qa", null, null, true)]
    [InlineData("Qa", null, EnvironmentKind.Staging, false)]
    public async Task Production_refuses_what_is_out_of_order(string host, string? godwitEnv, EnvironmentKind? kind, bool refused)
    {
        Project.Write("002_create_nests.sql", "CREATE TABLE nests (id int);\n");
        await Project.MigrateAsync();
        Project.Write("001_create_birds.sql", "CREATE TABLE birds (id int);\n");
        var application = NewApplication(options => options.EnvironmentKind = kind, host, godwitEnv is null ? [] : [("GODWIT_ENV", godwitEnv)]);

        if (refused)
        {
            Assert.Equal(ErrorCode.OutOfOrder, (await application.FailToStartAsync()).Code);
        }
        else
        {
            await application.StartAsync();
            Assert.Contains(application.Log.Lines, line => line.StartsWith("Warning Godwit[3] 001_create_birds", StringComparison.Ordinal));
        }
    }

    [DatabaseTheory]
    [Trait("Parity", "E5")]
    [InlineData("Development", "", false)]
    [InlineData("Staging", "", false)]
    [InlineData("Production", "", true)]
    [InlineData("Production", "-- allow: DL01 nobody keeps nests any more\n", false)]
    public async Task Production_applies_by_itself_only_what_the_safety_rules_pass(string environment, string allowance, bool refused)
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Write("003_create_eggs.sql", "CREATE TABLE eggs (id int);\n").Write("004_drop_nests.sql", allowance + "DROP TABLE nests;\n");
        var application = NewApplication(environment: environment);

        if (refused)
        {
            var failure = await application.FailToStartAsync();
            Assert.Equal(ErrorCode.UnsafeMigration, failure.Code);
            Assert.Contains("004_drop_nests", failure.Message, StringComparison.Ordinal);
            Assert.Contains("godwit migrate", failure.Remedy, StringComparison.Ordinal);
            Assert.Equal(["birds", "nests"], await Project.TablesAsync());
            Assert.Contains(application.Log.Lines, line => line.StartsWith("Warning Godwit[3] 004_drop_nests", StringComparison.Ordinal) && line.Contains("DL01", StringComparison.Ordinal));
        }
        else
        {
            await application.StartAsync();
            Assert.Equal(["birds", "eggs"], await Project.TablesAsync());
        }
    }

    [DatabaseTheory]
    [Trait("Parity", "E5")]
    [InlineData("Development", "Debug")]
    [InlineData("Production", "Information")]
    public async Task Production_logs_each_statement_with_its_duration(string environment, string level)
    {
        WriteTwoMigrations();

        var application = await NewApplication(environment: environment).StartAsync();

        Assert.Contains(application.Log.Lines, line =>
            line.StartsWith($"{level} Godwit[6] migrations/001_create_birds.sql:1:1 is done in", StringComparison.Ordinal));
    }

    private async Task StartTenAsync(Project project)
    {
        var applications = Enumerable.Range(0, 10)
            .Select(_ => Application.Of(project, options => Use(options, Application.Connection))).ToArray();
        try
        {
            await Task.WhenAll(applications.Select(application => Task.Run(application.StartAsync)));

            Assert.Equal(["001_create_birds", "002_create_nests"], await project.RowsAsync("SELECT migration FROM migrations WHERE state = 'applied' ORDER BY id"));
            Assert.Equal(2, applications.SelectMany(application => application.Log.Lines).Count(line => line.Contains("Godwit[7]", StringComparison.Ordinal)));
        }
        finally
        {
            foreach (var application in applications) await application.DisposeAsync();
        }
    }
}
