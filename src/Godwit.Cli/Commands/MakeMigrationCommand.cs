using System.CommandLine;
using Godwit.Cli.Rendering;
using Godwit.Configuration;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Writes a new migration file.</summary>
internal sealed class MakeMigrationCommand : Verb
{
    private readonly Argument<string[]> name = new("name")
    {
        Description = "What it does, in any spelling: create_posts_table, \"add slug to posts\".",
        HelpName = "NAME",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> message = new("--message", "-m") { Description = "The same as NAME.", HelpName = "TEXT" };
    private readonly Option<string> create = new("--create") { Description = "Fills in a new table, and its drop.", HelpName = "TABLE" };
    private readonly Option<string> table = new("--table") { Description = "Fills in a change of this table.", HelpName = "TABLE" };
    private readonly Option<string> naming = new("--naming") { Description = "How it gets its version: timestamp, date or sequence.", HelpName = "HOW" };

    public MakeMigrationCommand() => naming.AcceptOnlyFromAmong("timestamp", "date", "sequence");

    protected override Symbol[] Symbols => [name, message, create, table, naming];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit make:migration create_posts_table", "A file with CREATE TABLE posts and its drop."),
        ("godwit make:migration add_slug_to_posts", "A file with ALTER TABLE posts ADD COLUMN slug."),
        ("godwit revision -m \"tidy up\" --naming date", "An empty pair in 20261120_tidy_up.sql."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var words = invocation.Value(name) is { Length: > 0 } given ? string.Join(' ', given) : invocation.Value(message);
        if (string.IsNullOrWhiteSpace(words))
            throw new GodwitException(ErrorCode.Usage, "A migration needs a name.", "godwit make:migration create_posts_table");
        var migration = new NewMigration(words)
        {
            Naming = invocation.Value(naming) is { } how ? Enum.Parse<MigrationNaming>(how, ignoreCase: true) : invocation.Project.Naming,
            Driver = invocation.Connection.Settings.Driver,
            CreatedTable = invocation.Value(create),
            AlteredTable = invocation.Value(table),
        };
        var path = new MigrationFileWriter(TimeProvider.System, invocation.Project.Root, invocation.Project.MigrationDirectories).Create(migration);
        var shown = Path.GetRelativePath(invocation.Directory, path);
        invocation.Reporter.Show(new MessageScreen($"Created {shown}", ("migration", Path.GetFileNameWithoutExtension(path)), ("file", path)));
        return Task.FromResult(ExitCode.Done);
    }
}
