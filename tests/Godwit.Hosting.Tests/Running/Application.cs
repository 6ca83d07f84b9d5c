using Godwit.Specification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Godwit.Hosting.Tests.Running;

/// <summary>A web application with a real server, on the migrations and the database of one test's project.</summary>
internal sealed class Application : IAsyncDisposable
{
    /// <summary>The name of the connection string in the configuration.</summary>
    public const string Connection = "Main";

    private readonly WebApplication application;

    private Application(WebApplication application) => this.application = application;

    public CapturedLog Log { get; private init; } = new();

    public IHost Host => application;

    public IServiceProvider Services => application.Services;

    /// <summary>The addresses at which requests are taken; none before.</summary>
    public IReadOnlyCollection<string> Addresses =>
        [.. Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>An application that is not started yet.</summary>
    /// <param name="project">The migrations, in the directory <c>migrations</c>, and the database.</param>
    /// <param name="configure">The options.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="settings">Settings of the configuration.</param>
    public static Application Of(
        Project project, Action<GodwitOptions> configure, string environment = "Development", params (string Key, string Value)[] settings)
    {
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = project.Root });
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), new($"ConnectionStrings:{Connection}", project.ConnectionString)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddGodwit(options =>
        {
            options.AddDirectory("migrations");
            configure(options);
        });
        builder.Services.AddHealthChecks().AddGodwit(tags: ["ready"]);
        return new Application(builder.Build()) { Log = log };
    }

    public async Task<Application> StartAsync()
    {
        await application.StartAsync();
        return this;
    }

    /// <summary>Starts it and gives the error with which that ends; nothing listens then.</summary>
    public async Task<GodwitException> FailToStartAsync()
    {
        var failure = await Xunit.Assert.ThrowsAsync<GodwitException>(() => application.StartAsync());
        Xunit.Assert.False(string.IsNullOrWhiteSpace(failure.Remedy), failure.Message);
        Xunit.Assert.All(Addresses, address => Xunit.Assert.EndsWith(":0", address, StringComparison.Ordinal));
        return failure;
    }

    /// <summary>The answer of the one health check.</summary>
    public async Task<HealthReportEntry> HealthAsync() =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["godwit"];

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
