using Godwit.Cli.Rendering;
using Godwit.Drift;

namespace Godwit.Cli.Commands;

/// <summary>Checks that models, migrations and database agree.</summary>
internal sealed class CheckCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit check", "Exit code 3 when anything differs, or a migration is pending."),
        ("godwit check --json", "The differences as JSON."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var check = new DriftCheck(invocation.Database, invocation.MigratorOptions);
        var report = await check.RunAsync(ProjectModels.Find(invocation.Project), cancellation);
        invocation.Reporter.Show(new DriftScreen(report));
        return report.IsClean ? ExitCode.Done : ExitCode.Difference;
    }
}
