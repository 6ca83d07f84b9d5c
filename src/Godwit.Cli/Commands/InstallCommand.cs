using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Creates the history table.</summary>
internal sealed class InstallCommand : Verb
{
    private readonly Flag create = Running.CreateDatabaseOption();

    internal override Option[] Options => [create];

    internal override (string Line, string Meaning)[] Examples => [("godwit migrate:install", "Creates the history table if it is missing.")];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation) =>
        new Running(invocation).WithDatabaseAsync(invocation.Value(create), () => InstallAsync(invocation, cancellation), cancellation);

    private static async Task<ExitCode> InstallAsync(Invocation invocation, CancellationToken cancellation)
    {
        var missing = await invocation.Migrator.InstallAsync(cancellation);
        var table = invocation.Project.Table;
        invocation.Reporter.Show(new MessageScreen(
            missing ? $"Created the history table {table}." : $"The history table {table} already exists.", ("table", table), ("created", missing ? "true" : "false")));
        return ExitCode.Done;
    }
}
