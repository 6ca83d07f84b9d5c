using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Undoes down to a revision, which itself stays.</summary>
internal sealed class DowngradeCommand : Verb
{
    private readonly TextOption named = new("--revision") { Description = "The same as REV.", HelpName = "REV" };
    private readonly Flag pretend = Running.PretendOption();
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [named, pretend, force];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "base, -N, an id, a part of one, a version or a name. -1 if not said.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit downgrade -1", "Undoes the last migration."),
        ("godwit downgrade create_posts", "Undoes what was applied after create_posts."),
        ("godwit downgrade base", "Undoes everything."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var target = Goal(invocation.Word ?? invocation.Value(named) ?? "-1");
        var running = new Running(invocation);
        return invocation.Value(pretend)
            ? running.PretendAsync(target, cancellation)
            : running.GoAsync(target, invocation.Value(force), cancellation);
    }

    private static Target Goal(string revision)
    {
        if (revision.Equals("base", StringComparison.OrdinalIgnoreCase)) return new Target.Base();
        return revision.StartsWith('-') && int.TryParse(revision.AsSpan(1), out var count)
            ? new Target.LastMigrations(Counts.Positive("-", count))
            : new Target.DownTo(revision);
    }
}
