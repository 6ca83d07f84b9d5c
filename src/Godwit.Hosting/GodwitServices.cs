using System.Diagnostics.Metrics;
using Godwit;
using Godwit.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Godwit to an application's services.</summary>
public static class GodwitServices
{
    /// <summary>
    /// Adds an application's migrations: they are applied, or verified, when it starts, before it takes any request. Adds a
    /// <see cref="Database"/>, and a <see cref="Migrator"/> for each scope, too.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Chooses the database and says where the migrations are.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="InvalidOperationException">It was called before, or no database was chosen.</exception>
    public static IServiceCollection AddGodwit(this IServiceCollection services, Action<GodwitOptions> configure)
    {
        if (services.Any(service => service.ServiceType == typeof(GodwitOptions)))
            throw new InvalidOperationException("AddGodwit was called twice: an application has one database to migrate. Say everything in one call.");
        var options = new GodwitOptions();
        configure(options);
        if (options.Create is not { } create)
            throw new InvalidOperationException("AddGodwit was given no database: call UseSqlite, UsePostgreSql or UseMySql, each from the package of that name.");
        services.AddSingleton(options);
        services.AddSingleton(create);
        services.AddSingleton(provider => new Measures(provider.GetService<IMeterFactory>()));
        services.AddSingleton(provider => new ApplicationMigrations(
            options, provider, new Lazy<Database>(provider.GetRequiredService<Database>), provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<Measures>()));
        services.AddScoped(provider => new Migrator(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<ApplicationMigrations>().MigratorOptions));
        services.AddHostedService<StartService>();
        return services;
    }

    /// <summary>
    /// Adds a health check: healthy when the database is up to date; degraded while a run is under way, or when a migration was edited or is
    /// gone after being applied; unhealthy when migrations are pending, half applied or cannot be read, or the database does not answer.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks</c> gives.</param>
    /// <param name="name">The check's name. Default: <c>godwit</c>.</param>
    /// <param name="failureStatus">What stands for unhealthy. Default: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Words by which checks are chosen, such as <c>ready</c>.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddGodwit(
        this IHealthChecksBuilder builder, string name = "godwit", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null) =>
        builder.Add(new HealthCheckRegistration(
            name, provider => new MigrationHealthCheck(provider.GetRequiredService<ApplicationMigrations>()), failureStatus, tags));
}
