namespace Godwit.Cli.Commands;

/// <summary>All verbs.</summary>
internal static class VerbTable
{
    private const string Start = "Start", Run = "Apply and undo", Inspect = "Inspect", Write = "Write", Database = "Database", Recover = "Recover";

    internal static readonly VerbEntry[] All =
    [
        new("init", [], Start, "Sets up a project in this directory.", () => new InitCommand()),
        new("adopt", [], Start, "Takes over a database that has a schema already.", () => new AdoptCommand()),
        new("completion", [], Start, "Sets up completion of verbs and options in your shell.", () => new CompletionCommand()),
        new("make:migration", ["migrate:make", "create", "revision"], Write, "Writes a new migration file.", () => new MakeMigrationCommand()),
        new("merge", [], Write, "Writes an empty migration that joins several heads.", () => new MergeCommand()),
        new("rebase", [], Write, "Moves your unapplied migrations after all others.", () => new RebaseCommand()),
        new("squash", [], Write, "Combines many migrations into one.", () => new SquashCommand()),
        new("make:seeder", [], Write, "Writes a new seeder.", () => new MakeSeederCommand()),
        new("make:factory", [], Write, "Writes a new factory.", () => new MakeFactoryCommand()),
        new("make:model", [], Write, "Writes a new model class, empty or from a table.", () => new MakeModelCommand()),
        new("template", [], Write, "Writes a new migration from a template, filled in.", () => new TemplateCommand()),
        new("migrate", ["migrate:run", "db:migrate"], Run, "Applies everything that is pending.", () => new MigrateCommand()),
        new("upgrade", [], Run, "Applies migrations up to a revision.", () => new UpgradeCommand()),
        new("migrate:rollback", ["rollback", "db:rollback"], Run, "Undoes the last batch, batches or migrations.", () => new RollbackCommand()),
        new("downgrade", [], Run, "Undoes migrations down to a revision.", () => new DowngradeCommand()),
        new("migrate:reset", ["reset"], Run, "Undoes everything.", () => new ResetCommand()),
        new("migrate:refresh", ["refresh"], Run, "Undoes everything, then applies everything.", () => new RefreshCommand()),
        new("migrate:fresh", ["fresh", "db:fresh"], Run, "Drops everything, then applies everything.", () => new FreshCommand()),
        new("migrate:install", ["install"], Run, "Creates the history table.", () => new InstallCommand()),
        new("migrate:status", ["status", "db:status"], Inspect, "Shows what is applied and what is pending.", () => new StatusCommand()),
        new("pending", [], Inspect, "Lists what is pending.", () => new PendingCommand()),
        new("current", [], Inspect, "Shows the newest applied migration.", () => new CurrentCommand()),
        new("history", [], Inspect, "Lists what was applied, in the order in which it ran.", () => new HistoryCommand()),
        new("heads", [], Inspect, "Lists the migrations that nothing builds on.", () => new HeadsCommand()),
        new("show", [], Inspect, "Shows a migration's statements and transactions.", () => new ShowCommand()),
        new("explain", [], Inspect, "Explains the code of an error or a warning.", () => new ExplainCommand()),
        new("test", [], Inspect, "Applies, undoes and applies each migration on a scratch database.", () => new TestCommand()),
        new("lint", [], Inspect, "Shows what the safety rules find, with corrected code.", () => new LintCommand()),
        new("doctor", [], Inspect, "Checks that everything is set up correctly.", () => new DoctorCommand()),
        new("validate", [], Inspect, "Checks all migrations, their files and the history.", () => new ValidateCommand()),
        new("check", [], Inspect, "Checks that models, migrations and database agree.", () => new CheckCommand()),
        new("schema:diff", [], Inspect, "Shows how one schema differs from another.", () => new SchemaDiffCommand()),
        new("about", [], Inspect, "Shows versions, settings and where they come from.", () => new AboutCommand()),
        new("db:inspect", ["inspect"], Inspect, "Lists tables with rows and sizes, or shows one in detail.", () => new InspectCommand()),
        new("db:schema", [], Inspect, "Shows the schema as a tree, SQL, JSON, Mermaid or DBML.", () => new SchemaCommand()),
        new("db:diagram", [], Inspect, "Draws the tables and their foreign keys.", () => new DiagramCommand()),
        new("db:seed", ["seed"], Database, "Fills the database with rows from the seeders.", () => new SeedCommand()),
        new("db:wipe", ["wipe"], Database, "Drops everything in the schema.", () => new WipeCommand()),
        new("unlock", [], Recover, "Shows who holds the lock, and ends that run.", () => new UnlockCommand()),
        new("stamp", [], Recover, "Records migrations as applied, or not, without running them.", () => new StampCommand()),
        new("repair", [], Recover, "Corrects the history to match the database.", () => new RepairCommand()),
    ];

    /// <summary>The verb that the first words name, the longest name first, and how many words that takes.</summary>
    internal static (VerbEntry Entry, int Words)? Find(CommandWords words)
    {
        for (var count = Math.Min(2, words.Verb.Length); count >= Math.Max(1, words.Joined); count--)
        {
            var name = string.Join(':', words.Verb[..count]);
            foreach (var entry in All)
            {
                if (Names(entry, name)) return (entry, count);
            }
        }

        return null;
    }

    /// <summary>The verb whose name is nearest to what was written, if one is near enough.</summary>
    internal static string? Nearest(string name) => Suggestion.Nearest(name.Replace(' ', ':'), Names());

    /// <summary>Whether some verbs' names begin with a word and a colon.</summary>
    internal static bool IsPrefix(string word) => Names().Any(name => name.StartsWith(word + ":", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names() => All.SelectMany(entry => (string[])[entry.Name, .. entry.Aliases]);

    private static bool Names(VerbEntry entry, string name)
    {
        if (string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var alias in entry.Aliases)
        {
            if (string.Equals(alias, name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
