using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Lists the migrations that nothing builds on. Needs no connection.</summary>
internal sealed class HeadsCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples => [("godwit heads", "The newest migration; several where two branches met. Exit code 3 then.")];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = invocation.Migrator.SurveyFiles();
        survey.ThrowIfUnreadable();
        var heads = survey.Graph.Heads;
        if (heads.Length > 1) invocation.Reporter.Note("Several heads: godwit merge joins them, godwit rebase puts one after the other.", Style.Warning);
        else if (heads.IsEmpty) invocation.Reporter.Note(Hints.NoMigrations, Style.Faint);
        invocation.Reporter.Show(new HeadsScreen([.. heads.Select(head => survey.Find(head)!)]));
        return Task.FromResult(heads.Length > 1 ? ExitCode.Difference : ExitCode.Done);
    }
}
