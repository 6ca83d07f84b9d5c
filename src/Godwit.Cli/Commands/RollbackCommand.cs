using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Undoes the last batches or migrations.</summary>
internal sealed class RollbackCommand : Verb
{
    private readonly NumberOption step = new("--step", "--steps") { Description = "The last N batches. Default: 1.", HelpName = "N" };
    private readonly NumberOption count = new("--count") { Description = "The last N migrations, whatever their batch.", HelpName = "N" };
    private readonly Flag pretend = Running.PretendOption();
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [step, count, pretend, force];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit rollback", "Undoes what the last run applied, newest first."),
        ("godwit rollback --step 2", "Undoes the last two runs."),
        ("godwit rollback --count 1", "Undoes the last migration only."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Value(step) is not null && invocation.Value(count) is not null)
            throw new GodwitException(ErrorCode.Usage, "--step counts batches and --count counts migrations: they cannot be combined.", "Leave one out.");
        Target target = invocation.Value(count) is { } migrations
            ? new Target.LastMigrations(Counts.Positive("--count", migrations))
            : new Target.LastBatches(Counts.Positive("--step", invocation.Value(step) ?? 1));
        var running = new Running(invocation);
        return invocation.Value(pretend)
            ? running.PretendAsync(target, cancellation)
            : running.GoAsync(target, invocation.Value(force), cancellation);
    }
}
