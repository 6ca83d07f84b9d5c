using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Applies migrations up to a revision.</summary>
internal sealed class UpgradeCommand : Verb
{
    private readonly TextOption named = new("--revision") { Description = "The same as REV.", HelpName = "REV" };
    private readonly Flag pretend = Running.PretendOption();
    private readonly ScriptWriting script = new();
    private readonly Flag force = Asking.ForceOption();
    private readonly Flag create = Running.CreateDatabaseOption();
    private readonly TextOption order = Running.OutOfOrderOption();
    private readonly ListOption allow = Running.AllowOption();

    internal override Option[] Options => [named, pretend, .. script.Options, force, create, order, allow];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "head, heads, +N, an id, a part of one, a version, a name, tag:NAME or date:2026-02-15. Default: head.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit upgrade", "Applies everything."),
        ("godwit upgrade +1", "Applies the next migration."),
        ("godwit upgrade 2026_02_15", "Applies up to and including the migration of that version."),
        ("godwit upgrade 003:head --sql > up.sql", "The SQL from 003 on, for psql, mariadb or sqlite3. Needs no connection."),
        ("godwit upgrade tag:v1.0", "Applies up to and including the last migration with that tag."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var running = new Running(invocation);
        invocation.Choose(invocation.Value(order));
        invocation.Allow(invocation.Value(allow));
        var revision = invocation.Word ?? invocation.Value(named) ?? "head";
        if (script.IsAsked(invocation)) return Task.FromResult(script.Write(invocation, how => invocation.Migrator.UpgradeScript(revision, how)));
        var target = Target.Up(revision);
        return running.WithDatabaseAsync(
            invocation.Value(create),
            () => invocation.Value(pretend) ? running.PretendAsync(target, cancellation) : running.GoAsync(target, invocation.Value(force), cancellation),
            cancellation);
    }
}
