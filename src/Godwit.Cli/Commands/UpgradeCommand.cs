using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Applies up to a revision.</summary>
internal sealed class UpgradeCommand : Verb
{
    private readonly TextOption named = new("--revision") { Description = "The same as REV.", HelpName = "REV" };
    private readonly Flag pretend = Running.PretendOption();
    private readonly Flag force = Asking.ForceOption();
    private readonly Flag create = Running.CreateDatabaseOption();
    private readonly TextOption order = Running.OutOfOrderOption();
    private readonly ListOption allow = Running.AllowOption();

    internal override Option[] Options => [named, pretend, force, create, order, allow];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "head, +N, an id, a part of one, a version or a name. head if not said.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit upgrade", "Applies everything."),
        ("godwit upgrade +1", "Applies the next migration."),
        ("godwit upgrade 2026_02_15", "Applies up to and including the migration of that version."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var running = new Running(invocation);
        invocation.Choose(invocation.Value(order));
        invocation.Allow(invocation.Value(allow));
        var target = Goal(invocation.Word ?? invocation.Value(named) ?? "head");
        return running.WithDatabaseAsync(
            invocation.Value(create),
            () => invocation.Value(pretend) ? running.PretendAsync(target, cancellation) : running.GoAsync(target, invocation.Value(force), cancellation),
            cancellation);
    }

    private static Target Goal(string revision)
    {
        if (revision.Equals("head", StringComparison.OrdinalIgnoreCase) || revision.Equals("heads", StringComparison.OrdinalIgnoreCase)) return new Target.Head();
        return revision.StartsWith('+') && int.TryParse(revision.AsSpan(1), out var count)
            ? new Target.Next(Counts.Positive("+", count))
            : new Target.UpTo(revision);
    }
}
