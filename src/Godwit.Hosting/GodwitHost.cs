using Godwit;
using Godwit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Migrations in one line, for an application that says itself when.</summary>
public static class GodwitHost
{
    /// <summary>
    /// Applies what is pending, by the same rules as at start-up: for an application whose options say <see cref="AtStart.Nothing"/>, or one
    /// that is started only to migrate.
    /// </summary>
    /// <returns>What was applied.</returns>
    /// <exception cref="GodwitException">The database did not answer in time, or a migration failed or must not be applied.</exception>
    public static Task<RunResult> MigrateAsync(this IHost host, CancellationToken cancellation = default) =>
        host.Services.GetRequiredService<ApplicationMigrations>().MigrateAsync(cancellation);

    /// <summary>Ends well when nothing is pending, half applied or drifted; a run that is under way is waited for.</summary>
    /// <exception cref="GodwitException">The database did not answer in time, or is not as the application needs it.</exception>
    public static Task VerifyMigrationsAsync(this IHost host, CancellationToken cancellation = default) =>
        host.Services.GetRequiredService<ApplicationMigrations>().VerifyAsync(cancellation);
}
