using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Undoes everything.</summary>
internal sealed class ResetCommand : Verb
{
    private readonly Flag pretend = Running.PretendOption();
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [pretend, force];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit migrate:reset", "Undoes every migration, newest first."),
        ("godwit migrate:reset --pretend", "Prints the SQL that would run."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var running = new Running(invocation);
        return invocation.Value(pretend)
            ? running.PretendAsync(new Target.Base(), cancellation)
            : running.GoAsync(new Target.Base(), invocation.Value(force), cancellation);
    }
}
