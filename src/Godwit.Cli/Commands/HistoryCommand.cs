using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Lists what was applied, in the order in which it ran.</summary>
internal sealed class HistoryCommand : Verb
{
    private readonly Flag graph = new("--graph") { Description = "All migrations as a tree, newest first: what builds on what, and what is applied." };

    internal override Option[] Options => [graph];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit history", "Every applied migration with batch, time and duration."),
        ("godwit history --graph", "Branches and merges as a tree."),
        ("godwit history --json", "The same for a program, times in UTC."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        invocation.Reporter.Show(invocation.Value(graph) ? new GraphScreen(survey) : new HistoryScreen(survey));
        return ExitCode.Done;
    }
}
