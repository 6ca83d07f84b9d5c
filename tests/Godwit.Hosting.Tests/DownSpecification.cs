using System.Data.Common;
using System.Diagnostics;
using Godwit.Hosting.Tests.Running;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Godwit.Hosting.Tests;

/// <summary>An application whose database server does not answer.</summary>
public abstract class DownSpecification<TProduct> : HostingSpecification<TProduct>
    where TProduct : ServerProduct, new()
{
    [DatabaseTheory]
    [InlineData(AtStart.Migrate)]
    [InlineData(AtStart.Verify)]
    public async Task The_start_is_tried_again_and_comes_to_a_clear_end(AtStart atStart)
    {
        using var relay = Closed();
        var application = Through(relay, options => (options.AtStart, options.StartTimeout) = (atStart, TimeSpan.FromSeconds(1)));
        var started = Stopwatch.GetTimestamp();

        var failure = await application.FailToStartAsync();

        Assert.Equal(ErrorCode.ServerUnreachable, failure.Code);
        Assert.Matches("It was tried [2-9] times in", failure.Message);
        Assert.Contains("StartTimeout", failure.Remedy, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Contains(application.Log.Lines, line => line.StartsWith("Warning Godwit[1]", StringComparison.Ordinal));
        Assert.Single(application.Log.Lines, line => line.StartsWith("Critical Godwit[11]", StringComparison.Ordinal));
        AssertNoPassword(application);
    }

    [DatabaseFact]
    public async Task The_application_starts_as_soon_as_the_server_answers()
    {
        WriteTwoMigrations();
        using var relay = Closed();
        var application = Through(relay, options => options.StartTimeout = TimeSpan.FromMinutes(2));

        var start = application.StartAsync();
        while (!application.Log.Lines.Any(line => line.StartsWith("Warning Godwit[1]", StringComparison.Ordinal))) await Task.Delay(20);
        Assert.False(start.IsCompleted);
        relay.Open();
        await start;

        Assert.Equal(["birds", "nests"], await Project.TablesAsync());
        Assert.Equal(HealthStatus.Healthy, (await application.HealthAsync()).Status);
    }

    [DatabaseFact]
    public async Task The_health_check_says_that_nobody_answers()
    {
        using var relay = Closed();
        var application = await Through(relay, options => options.AtStart = AtStart.Nothing).StartAsync();

        var health = await application.HealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains("answers at", health.Description, StringComparison.Ordinal);
    }

    private static Relay Closed()
    {
        var server = Product.Server.Settings;
        return new Relay(server.Host!, server.Port!.Value);
    }

    private Application Through(Relay relay, Action<GodwitOptions> configure)
    {
        var text = new DbConnectionStringBuilder { ConnectionString = Project.ConnectionString };
        text["Port"] = relay.Port;
        return NewApplication(configure, "Development", ($"ConnectionStrings:{Application.Connection}", text.ConnectionString));
    }

    private static void AssertNoPassword(Application application)
    {
        if (Product.Server.Settings.Password is not { } password) return;
        Assert.DoesNotContain(application.Log.Lines, line => line.Contains(password.Reveal(), StringComparison.Ordinal));
    }
}
