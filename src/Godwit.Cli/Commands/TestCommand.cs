using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Applies, undoes and applies each migration on a scratch database, and compares.</summary>
internal sealed class TestCommand : Verb
{
    internal override Argument Argument => new("REV", WordCount.OneOrNone, "Only this migration; those before it are applied. All if not said.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit test", "Up, down and up again for each migration, on a database that is made for it and gone afterwards."),
        ("godwit test 007", "For one migration."),
        ("godwit test --url postgresql://ci@localhost/postgres", "On a server of the pipeline."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var results = await invocation.ReversalCheck.RunAsync(
            invocation.Word, result => invocation.Reporter.Announce(new ReversalScreen([result])), cancellation);
        invocation.Reporter.Show(new ReversalTotals(results));
        return results.All(result => result.IsSound) ? ExitCode.Done : ExitCode.Failed;
    }
}
