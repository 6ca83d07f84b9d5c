using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Lists what is pending.</summary>
internal sealed class PendingCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples => [("godwit pending", "One id per line, in the order in which they will run.")];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        survey.ThrowIfUnreadable();
        if (!survey.History.Installed) invocation.Reporter.Note(Hints.NotInstalled, Style.Warning);
        if (!survey.Pending.Any()) invocation.Reporter.Note(survey.Migrations.IsEmpty ? Hints.NoMigrations : "Nothing is pending.", Style.Faint);
        invocation.Reporter.Show(new ListScreen("pending", survey, [.. survey.Pending]));
        return ExitCode.Done;
    }
}
