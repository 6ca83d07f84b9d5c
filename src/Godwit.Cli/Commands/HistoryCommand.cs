using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Lists what was applied, in the order of application.</summary>
internal sealed class HistoryCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit history", "Every applied migration with batch, time and duration."),
        ("godwit history --json", "The same for a program, times in UTC."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        invocation.Reporter.Show(new HistoryScreen(survey));
        return ExitCode.Done;
    }
}
