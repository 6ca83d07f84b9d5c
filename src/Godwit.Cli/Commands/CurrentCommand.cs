using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Shows the newest applied migration.</summary>
internal sealed class CurrentCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples => [("godwit current", "The id of the newest applied migration.")];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        if (!survey.History.Installed) invocation.Reporter.Note(Hints.NotInstalled, Style.Warning);
        else if (survey.Current is null) invocation.Reporter.Note("Nothing is applied: the database is at base.", Style.Faint);
        invocation.Reporter.Show(new ListScreen("current", survey, survey.Current is { } current ? [current] : []));
        return ExitCode.Done;
    }
}
