using Godwit.Cli.Syntax;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Writes a new migration file.</summary>
internal sealed class MakeMigrationCommand : Verb
{
    private readonly TextOption message = new("--message", "-m") { Description = "The same as NAME.", HelpName = "TEXT" };
    private readonly TextOption create = new("--create") { Description = "Writes the creation of this table.", HelpName = "TABLE" };
    private readonly TextOption table = new("--table") { Description = "Writes a change to this table.", HelpName = "TABLE" };
    private readonly Autogenerating auto = new();
    private readonly NewFile file = new();

    internal override Option[] Options => [message, .. auto.Options, create, table, .. file.Options];

    internal override Argument Argument => new("NAME", WordCount.Any, "What it does, in any spelling: create_posts_table, \"add slug to posts\".");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit make:migration create_posts_table", "A class that creates the table posts, and drops it."),
        ("godwit make:migration create_posts_table --format sql", "A file with CREATE TABLE posts and its drop."),
        ("godwit make:migration add_slug_to_posts", "A file that adds the column slug to posts."),
        ("godwit revision -m \"add slug\" --autogenerate", "The difference between the models and the database."),
        ("godwit create \"full names\" --auto --rename users.name:full_name", "The same, where a column was renamed."),
        ("godwit revision -m \"tidy up\" --naming date", "An empty migration in 20261120_tidy_up.cs."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var words = invocation.Words.Count > 0 ? string.Join(' ', invocation.Words) : invocation.Value(message);
        if (string.IsNullOrWhiteSpace(words))
            throw new GodwitException(ErrorCode.Usage, "A migration needs a name.", "godwit make:migration create_posts_table");
        if (auto.IsWanted(invocation)) return await auto.RunAsync(invocation, file, words, cancellation);
        auto.RequireUnused(invocation);
        file.Write(invocation, new NewMigration(words) { CreatedTable = invocation.Value(create), AlteredTable = invocation.Value(table) });
        return ExitCode.Done;
    }
}
