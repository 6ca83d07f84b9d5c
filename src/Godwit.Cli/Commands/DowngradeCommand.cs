using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Undoes down to a revision, which itself stays.</summary>
internal sealed class DowngradeCommand : Verb
{
    private readonly TextOption named = new("--revision") { Description = "The same as REV.", HelpName = "REV" };
    private readonly Flag pretend = Running.PretendOption();
    private readonly ScriptWriting script = new();
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [named, pretend, .. script.Options, force];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "base, -N, an id, a part of one, a version, a name, tag:NAME, batch:N or date:2026-02-15. Default: -1.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit downgrade -1", "Undoes the last migration."),
        ("godwit downgrade create_posts", "Undoes what was applied after create_posts."),
        ("godwit downgrade batch:3", "Undoes what was applied after the third run."),
        ("godwit downgrade head:002 --sql > down.sql", "The SQL back to 002, for psql, mariadb or sqlite3. Needs no connection."),
        ("godwit downgrade base", "Undoes everything."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var revision = invocation.Word ?? invocation.Value(named) ?? "-1";
        if (script.IsAsked(invocation)) return Task.FromResult(script.Write(invocation, how => invocation.Migrator.DowngradeScript(revision, how)));
        var target = Target.Down(revision);
        var running = new Running(invocation);
        return invocation.Value(pretend)
            ? running.PretendAsync(target, cancellation)
            : running.GoAsync(target, invocation.Value(force), cancellation);
    }
}
