using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Writes an empty migration that builds on several heads.</summary>
internal sealed class MergeCommand : Verb
{
    private readonly TextOption message = new("--message", "-m") { Description = "The name of the migration. Default: the names of the heads.", HelpName = "TEXT" };
    private readonly NewFile file = new();

    internal override Option[] Options => [message, .. file.Options];

    internal override Argument Argument => new("REV", WordCount.Any, "The heads to join. Default: all.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit merge", "An empty migration whose parents are all heads."),
        ("godwit merge -m \"billing meets orders\"", "The same, with a name."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = invocation.Migrator.SurveyFiles();
        survey.ThrowIfUnreadable();
        var heads = survey.Graph.Heads;
        MigrationId[] joined = invocation.Words.Count == 0 ? [.. heads] : [.. invocation.Words.Select(word => Head(word, survey.Resolve(word), [.. heads])).Distinct()];
        if (joined.Length < 2)
        {
            invocation.Reporter.Show(new MessageScreen(joined.Length == 0 ? Hints.NoMigrations : $"There is nothing to merge: {joined[0]} is the only head.", ("merged", "0")));
            return Task.FromResult(ExitCode.Done);
        }

        var name = invocation.Value(message) ?? "merge_" + string.Join("_and_", joined.Select(head => head.Name));
        file.Write(invocation, new NewMigration(name) { Parents = [.. joined.Select(head => head.Text)] });
        return Task.FromResult(ExitCode.Done);
    }

    private static MigrationId Head(string word, MigrationId? found, MigrationId[] heads) => found is not null && heads.Contains(found)
        ? found
        : throw new GodwitException(ErrorCode.Usage, $"{found?.Text ?? word} is not a head: something builds on it already.", $"The heads are {string.Join(", ", heads.Select(head => head.Text))}.");
}
