using System.Diagnostics;
using Godwit.Execution;
using Godwit.Hosting.Tests.Running;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Godwit.Hosting.Tests;

/// <summary>What the health check says of a database.</summary>
public abstract class HealthSpecification<TProduct> : HostingSpecification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    public async Task A_database_that_is_up_to_date_is_healthy()
    {
        WriteTwoMigrations();

        Assert.Equal(HealthStatus.Healthy, (await (await NewApplication().StartAsync()).HealthAsync()).Status);
    }

    [DatabaseFact]
    public async Task Pending_migrations_are_unhealthy_and_named()
    {
        WriteTwoMigrations();
        var health = await (await BystanderAsync()).HealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal("pending: 001_create_birds, 002_create_nests", health.Description);
        Assert.Equal(["001_create_birds", "002_create_nests"], Assert.IsAssignableFrom<IEnumerable<string>>(health.Data["pending"]));
    }

    [DatabaseFact]
    public async Task A_migration_that_failed_is_unhealthy_and_named()
    {
        Project.Write("001_mistake.sql", "-- transaction: off\nCREATE TABLE birds (id int);\nINSERT INTO nowhere VALUES (1);\n");
        await Project.MigrateAndFailAsync();

        var health = await (await BystanderAsync()).HealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal("failed: 001_mistake", health.Description);
    }

    [DatabaseFact]
    public async Task A_migration_that_was_edited_is_degraded_and_named()
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Write("002_create_nests.sql", "CREATE TABLE nests (id bigint);\n");

        var health = await (await BystanderAsync()).HealthAsync();

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal("edited or gone after being applied: 002_create_nests", health.Description);
    }

    [DatabaseFact]
    public async Task A_database_that_a_newer_version_has_migrated_further_is_healthy()
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Delete("002_create_nests.sql");

        var health = await (await BystanderAsync()).HealthAsync();

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.Equal(["002_create_nests"], Assert.IsAssignableFrom<IEnumerable<string>>(health.Data["ahead"]));
    }

    [DatabaseFact]
    public async Task Migrations_that_are_all_unknown_are_drift_and_not_a_newer_version()
    {
        WriteTwoMigrations();
        await Project.MigrateAsync();
        Project.Delete("001_create_birds.sql");
        Project.Delete("002_create_nests.sql");

        Assert.Equal(HealthStatus.Degraded, (await (await BystanderAsync()).HealthAsync()).Status);
    }

    [DatabaseFact]
    public async Task A_file_that_cannot_be_read_is_unhealthy()
    {
        Project.Write("not_a_migration.sql", "SELECT 1;\n").Write("001_a.sql", "SELECT 1;\n").Write("001_b.sql", "SELECT 1;\n");

        var health = await (await BystanderAsync()).HealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains("001_a.sql and migrations/001_b.sql have the same version", health.Description, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task During_a_migration_the_check_answers_at_once()
    {
        Project.Write("001_create_birds.sql", "CREATE TABLE birds (id int);\n");
        await Project.MigrateAsync();
        Project.Write("002_long.sql", Product.LongStatement + ";\n");
        var application = await BystanderAsync();
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var migrator = Project.Migrator(options => options with { OnEvent = happened => { if (happened is ExecutionEvent.RunStarted) begun.TrySetResult(); } });
        var run = Task.Run(() => migrator.MigrateAsync(stop.Token));
        // The lock is held from here on; the statement begins a moment later, and takes half a minute.
        await begun.Task;
        await Task.Delay(200);

        var started = Stopwatch.GetTimestamp();
        var health = await application.HealthAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.False(run.IsCompleted);
        Assert.Equal(StatusDuringARun, health.Status);
        Assert.Contains("002_long", health.Description, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<GodwitException>(() => run);
    }

    /// <summary>Degraded where the database tells who works on it.</summary>
    protected virtual HealthStatus StatusDuringARun => HealthStatus.Degraded;

    /// <summary>An application that looks on.</summary>
    private protected Task<Application> BystanderAsync() => NewApplication(options => options.AtStart = AtStart.Nothing).StartAsync();
}
