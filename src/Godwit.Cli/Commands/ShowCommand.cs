using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Shows a migration's statements and the transactions they will run in. Needs no connection.</summary>
internal sealed class ShowCommand : Verb
{
    private readonly TextOption file = new("--file") { Description = "Any file, instead of a migration of the project.", HelpName = "PATH" };

    private readonly TextOption dialect = new("--dialect")
    {
        Description = "The database whose rules apply: sqlite, postgresql, mysql or mariadb.",
        HelpName = "NAME",
    };

    internal override Option[] Options => [file, dialect];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "The migration: its id, a part of it, its version or its name.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit show 003", "The statements of 003 with file:line:column."),
        ("godwit show --file dump.sql --dialect postgresql", "How a file would be split into statements, without a database."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var outline = MigrationOutline.Of(Source(invocation), Rules(invocation), invocation.Project.Placeholders);
        invocation.Reporter.Show(new OutlineScreen(outline));
        return Task.FromResult(ExitCode.Done);
    }

    private MigrationSource Source(Invocation invocation)
    {
        if (invocation.Value(file) is { } path)
        {
            return MigrationFileName.IsCSharp(path)
                ? CodeMigration.InFile(invocation.Directory, path, invocation.Code)
                : SqlMigration.InFile(invocation.Directory, path);
        }

        var name = invocation.Word
            ?? throw new GodwitException(ErrorCode.Usage, "godwit show needs a migration.", "godwit show REV, or godwit show --file PATH.");
        var catalog = MigrationCatalog.Read(invocation.Project.Root, invocation.Project.MigrationDirectories, invocation.Code);
        var id = new RevisionResolver(catalog.Migrations.Select(migration => migration.Id)).Resolve(name)
            ?? throw new GodwitException(ErrorCode.UnknownRevision, "base is the state before the first migration: there is nothing to show.", "Name a migration.");
        return catalog.Find(id)!;
    }

    private Dialect Rules(Invocation invocation) =>
        invocation.Value(dialect) is { } name ? Drivers.Find(name) : Drivers.Find(invocation.Connection.Settings.Driver);
}
