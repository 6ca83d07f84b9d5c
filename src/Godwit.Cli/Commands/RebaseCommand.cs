using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Puts one's own unapplied migrations after all others.</summary>
internal sealed class RebaseCommand : Verb
{
    private readonly TextOption since = new("--since") { Description = "A branch or commit. Migrations that it lacks are yours.", HelpName = "GIT-REF" };
    private readonly Flag pretend = new("--pretend") { Description = "Shows the new names, and renames nothing." };

    internal override Option[] Options => [since, pretend];

    internal override Argument Argument => new("REV", WordCount.Any, "Your migrations, or the head of your branch. Default: those that sort before applied ones, or the unapplied one of two heads.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit rebase 004_add_slug", "Renames its file so that it comes last, and updates what refers to it."),
        ("godwit rebase --since origin/main", "Everything that main lacks comes after everything that main has."),
        ("godwit rebase", "Of two heads, the one that is not applied builds on the other from now on."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var published = invocation.Value(since) is { } reference ? await new GitRepository(invocation.Project).PublishedAsync(reference, cancellation) : null;
        var rebase = await invocation.Migrator.PlanRebaseAsync(invocation.Words, published, cancellation);
        if (!invocation.Value(pretend)) await invocation.Migrator.RebaseAsync(rebase, cancellation);
        invocation.Reporter.Show(new RebaseScreen(rebase));
        return ExitCode.Done;
    }
}
