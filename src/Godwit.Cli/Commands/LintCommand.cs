using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Execution;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Shows what the safety rules find in migrations.</summary>
internal sealed class LintCommand : Verb
{
    private readonly Flag all = new("--all") { Description = "Every migration of the project; needs no connection." };

    private readonly TextOption dialect = new("--dialect")
    {
        Description = "The database whose rules apply: sqlite, postgresql, mysql or mariadb.",
        HelpName = "NAME",
    };

    private readonly TextOption output = new("--output")
    {
        Description = "text, json (the same as --json), or sarif for code hosts and editors.",
        HelpName = "FORM",
        Choices = ["text", "json", "sarif"],
    };

    private readonly ListOption allow = Running.AllowOption();

    internal override Option[] Options => [all, dialect, output, allow];

    internal override Argument Argument => new("REV|FILE", WordCount.Any, "Migrations or files. Default: what is pending.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit lint", "What the rules find in the pending migrations."),
        ("godwit lint --all", "In every migration, without a database."),
        ("godwit lint database/migrations/007_add_slug.sql --dialect postgresql", "In one file, for example in a Git hook."),
        ("godwit lint --output sarif > lint.sarif", "For the code host, which shows findings on the lines of a pull request."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        invocation.Allow(invocation.Value(allow));
        var review = invocation.Value(all) || invocation.Words.Count > 0 ? WithoutDatabase(invocation) : await PendingAsync(invocation, cancellation);
        invocation.Reporter.Show(invocation.Value(output) switch
        {
            "sarif" => new SarifScreen(review),
            "json" => new JsonTextScreen(new LintScreen(review)),
            _ => new LintScreen(review),
        });
        return review.IsSafe ? ExitCode.Done : ExitCode.Difference;
    }

    private static async Task<SafetyReview> PendingAsync(Invocation invocation, CancellationToken cancellation) =>
        await invocation.Migrator.ReviewAsync(await invocation.Migrator.PlanAsync(new Target.Head(), cancellation), cancellation);

    private SafetyReview WithoutDatabase(Invocation invocation)
    {
        var catalog = MigrationCatalog.Read(invocation.Project.Root, invocation.Project.MigrationDirectories, invocation.Code);
        HashSet<MigrationSource> chosen = invocation.Value(all) ? [.. catalog.Migrations] : [.. invocation.Words.Select(word => Source(invocation, catalog, word))];
        var product = invocation.Value(dialect) ?? invocation.Connection.Settings.Driver;
        var linter = new Linter(Drivers.Find(product), product, invocation.Project.Placeholders, invocation.Project.Allow);
        return linter.Review(catalog.Migrations.Concat(chosen.Except(catalog.Migrations)), chosen);
    }

    private static MigrationSource Source(Invocation invocation, MigrationCatalog catalog, string word)
    {
        var path = invocation.FromHere(word);
        if (!File.Exists(path))
        {
            var id = new RevisionResolver(catalog.Migrations.Select(migration => migration.Id)).Resolve(word)
                ?? throw new GodwitException(ErrorCode.UnknownRevision, "base is the state before the first migration: there is nothing to check.", "Name a migration or a file.");
            return catalog.Find(id)!;
        }

        return catalog.Migrations.FirstOrDefault(migration => Path.GetFullPath(migration.Path, invocation.Project.Root) == path)
            ?? (MigrationFileName.IsCSharp(path) ? CodeMigration.InFile(invocation.Directory, path, invocation.Code) : SqlMigration.InFile(invocation.Directory, path));
    }
}
