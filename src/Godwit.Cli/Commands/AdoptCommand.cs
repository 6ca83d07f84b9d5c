using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Takes over a database that has a schema already.</summary>
internal sealed class AdoptCommand : Verb
{
    private readonly TextOption from = new("--from") { Description = "The other tool's history table, if it has an unusual name.", HelpName = "TABLE" };
    private readonly ListOption schemas = new("--schema") { Description = "A schema to take over besides the current one. May be repeated.", HelpName = "NAME" };
    private readonly Flag pretend = new("--pretend") { Description = "Shows what would be done, and does nothing." };
    private readonly Flag force = Asking.ForceOption();
    private readonly NewFile file = new();

    internal override Option[] Options => [from, schemas, pretend, force, .. file.Options];

    internal override Argument Argument => new("NAME", WordCount.Any, "The name of the first migration, if one is written. Default: baseline.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit adopt --pretend", "Shows what was found, and what would be done."),
        ("godwit adopt", "Records what another tool has applied; writes a first migration if there are no files."),
        ("godwit adopt --format sql", "The same, with the first migration in SQL."),
        ("godwit adopt --from deployments", "The other tool's history is in the table deployments."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var plan = await invocation.Migrator.PlanAdoptionAsync(invocation.Value(from), invocation.Value(schemas), cancellation);
        if (plan.IsEmpty)
        {
            invocation.Reporter.Show(new MessageScreen("There is nothing to take over: the database has no tables and no history of another tool.", ("adopted", "false")));
            return ExitCode.Done;
        }

        var screen = new AdoptScreen(plan, invocation.Database.Description);
        if (invocation.Value(pretend))
        {
            invocation.Reporter.Show(screen);
            return ExitCode.Done;
        }

        screen.Announce(invocation.Reporter);
        await new Asking(invocation).AgreeAsync("The schema does not change, and no migration is run.", invocation.Value(force), cancellation);
        var name = invocation.Words.Count > 0 ? string.Join(' ', invocation.Words) : "baseline";
        var path = await invocation.Migrator.AdoptAsync(plan, file.Filled(invocation, new NewMigration(name)), cancellation);
        invocation.Reporter.Show(screen.Done(path is null ? null : Path.GetRelativePath(invocation.Directory, path)));
        return ExitCode.Done;
    }
}
