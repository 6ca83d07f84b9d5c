using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Combines many migrations into one.</summary>
internal sealed class SquashCommand : Verb
{
    private readonly TextOption name = new("--name") { Description = "The name of the baseline. Default: baseline.", HelpName = "NAME" };
    private readonly NewFile file = new();

    internal override Option[] Options => [name, .. file.Options];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "The last migration to include. Default: the newest.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit squash", "Combines all migrations into one baseline."),
        ("godwit squash 2026_03_09_120000", "Combines those up to this one; later ones stay."),
        ("godwit squash --format sql --name start", "Writes it in SQL, under another name."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var baseline = file.Filled(invocation, new NewMigration(invocation.Value(name) ?? "baseline"));
        var result = await invocation.Migrator.SquashAsync(invocation.Word, baseline, cancellation);
        invocation.Reporter.Show(new SquashScreen(result, Path.GetRelativePath(invocation.Directory, result.File)));
        return ExitCode.Done;
    }
}
