using Microsoft.Extensions.Hosting;

namespace Godwit.Hosting;

/// <summary>
/// Does at start-up what the options say. <see cref="IHostedLifecycleService.StartingAsync"/> of all services ends before
/// <see cref="IHostedService.StartAsync"/> of the first begins, that of a web server among them: no request is taken before the database is
/// ready. An exception ends the start, and so the application.
/// </summary>
internal sealed class StartService(GodwitOptions options, ApplicationMigrations migrations) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => options.AtStart switch
    {
        AtStart.Migrate => migrations.MigrateAsync(cancellationToken),
        AtStart.Verify => migrations.VerifyAsync(cancellationToken),
        _ => Task.CompletedTask,
    };

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
