using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Shows what is applied and what is pending.</summary>
internal sealed class StatusCommand : Verb
{
    private readonly Flag pending = new("--pending") { Description = "Only what is pending; exit code 3 if there is any." };
    private readonly Flag executed = new("--executed") { Description = "Only what is applied." };

    internal override Option[] Options => [pending, executed];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit status", "Every migration, with its batch."),
        ("godwit status --verbose", "Also when, how long, by whom, and the checksum."),
        ("godwit status --pending", "In a pipeline: exit code 3 if something is pending."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var filter = invocation.Value(pending) ? StatusFilter.Pending : invocation.Value(executed) ? StatusFilter.Executed : StatusFilter.All;
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        invocation.Reporter.Show(new StatusScreen(survey, filter, invocation.IsVerbose ? Verbosity.Verbose : Verbosity.Normal));
        if (StatusScreen.Problems(survey).Any()) return ExitCode.Failed;
        return filter is StatusFilter.Pending && survey.Migrations.Any(migration => migration.Standing is not (Standing.Applied or Standing.OtherEnvironment))
            ? ExitCode.Difference
            : ExitCode.Done;
    }
}
