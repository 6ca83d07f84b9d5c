using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Applies, undoes and applies each migration on a scratch database, and compares.</summary>
internal sealed class TestCommand : Verb
{
    internal override Argument Argument => new("REV", WordCount.OneOrNone, "Only this migration, after applying those before it. Default: all.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit test", "Up, down and up again for each migration, on a temporary database."),
        ("godwit test 007", "For one migration."),
        ("godwit test --url postgresql://ci@localhost/postgres", "On the pipeline's server."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var results = await invocation.ReversalCheck.RunAsync(
            invocation.Word, result => invocation.Reporter.Announce(new ReversalScreen([result])), cancellation);
        invocation.Reporter.Show(new ReversalTotals(results));
        return results.All(result => result.IsSound) ? ExitCode.Done : ExitCode.Failed;
    }
}
