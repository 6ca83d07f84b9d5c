using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Looks whether everything is as it must be, and says the way out where it is not.</summary>
internal sealed class DoctorCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit doctor", "Settings, files, database, rights, history, lock, compiler: one line each."),
        ("godwit doctor --env production", "The same for production. Nothing is written."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var findings = await new Examination(invocation).RunAsync(cancellation);
        invocation.Reporter.Show(new DoctorScreen(findings));
        return findings.Any(finding => finding.Health is Health.Bad) ? ExitCode.Difference : ExitCode.Done;
    }
}
