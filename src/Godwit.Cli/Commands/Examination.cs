using Godwit.Cli.Rendering;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Looks at one thing after the other. What cannot be looked at because something before it is broken is left out.</summary>
internal sealed class Examination(Invocation invocation)
{
    private const string CacheFolder = ".godwit";

    private readonly List<Diagnosis> findings = [];

    internal async Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellation)
    {
        findings.Add(new Diagnosis("godwit", Health.Good, $"{Product.Version}, .NET {Environment.Version}"));
        if (!await LookAsync("settings", () => Task.FromResult(Settings()))) return findings;
        await LookAsync("environment", () => Task.FromResult(Stage()));
        await LookAsync("migrations", () => Task.FromResult(Files()));
        await LookAsync("compiler", () => Task.FromResult(Compiler()));
        if (!await LookAsync("connection", () => Task.FromResult(Connection()))) return findings;
        await LookAsync("models", () => Task.FromResult(Models()));
        if (!await LookAsync("database", () => ServerAsync(cancellation))) return findings;
        await LookAsync("rights", () => RightsAsync(cancellation));
        await LookAsync("history", () => HistoryAsync(cancellation));
        await LookAsync("lock", () => LockAsync(cancellation));
        return findings;
    }

    /// <summary>Whether what comes after it can be looked at too.</summary>
    private async Task<bool> LookAsync(string subject, Func<Task<Diagnosis>> look)
    {
        try
        {
            findings.Add(await look());
            return true;
        }
        catch (GodwitException absent) when (absent.Code is ErrorCode.DatabaseMissing && CreatesItself)
        {
            findings.Add(new Diagnosis(subject, Health.Doubtful, absent.Message, "godwit migrate creates it."));
        }
        catch (GodwitException failure)
        {
            findings.Add(Broken(subject, failure));
        }
        catch (StatementException failure)
        {
            findings.Add(new Diagnosis(subject, Health.Bad, failure.Error.Message, "The message is the database's own."));
        }

        return false;
    }

    private bool CreatesItself => invocation.Database.Dialect.Traits.DatabaseCreation is not DatabaseCreation.WhenAsked;

    private static Diagnosis Broken(string subject, GodwitException failure) =>
        new(subject, Health.Bad, failure.Location is { } place ? $"{place}: {failure.Message}" : failure.Message, failure.Remedy);

    private Diagnosis Settings() => new("settings", Health.Good,
        invocation.Project.SettingsPath ?? $"none in {invocation.Project.Root}: every setting has its default");

    private Diagnosis Stage() => new("environment", Health.Good, invocation.Environment.Name);

    private Diagnosis Files()
    {
        var project = invocation.Project;
        var catalog = MigrationCatalog.Read(project.Root, project.MigrationDirectories, invocation.Code);
        if (!catalog.Problems.IsEmpty) return Broken("migrations", catalog.Problems[0]);
        var places = string.Join(", ", project.MigrationDirectories.Select(project.Shown));
        return catalog.Migrations.IsEmpty
            ? new Diagnosis("migrations", Health.Doubtful, $"none in {places}", "godwit make:migration create_posts_table writes the first.")
            : new Diagnosis("migrations", Health.Good, $"{Counting.Of(catalog.Migrations.Length, "migration")} in {places}");
    }

    private Diagnosis Compiler()
    {
        var folder = Path.Join(invocation.Project.Root, CacheFolder);
        var kept = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.bin") : [];
        return new Diagnosis("compiler", Health.Good, kept.Length == 0
            ? "no compiled files yet: C# files are compiled when they are first read"
            : $"{Counting.Of(kept.Length, "compiled file")} kept in {CacheFolder}");
    }

    private Diagnosis Connection() => new("connection", Health.Good, $"{invocation.Database.Description}, chosen by {invocation.Connection.Source}");

    private Diagnosis Models()
    {
        if (ProjectModels.Find(invocation.Project) is not { } models)
            return new Diagnosis("models", Health.Good, "none (optional; make:model writes one)");
        var tables = models.Read(invocation.Database.Dialect.Name).Schema.Tables.Count;
        var places = invocation.Project.Models.Assembly is { } assembly
            ? invocation.Project.Shown(assembly)
            : string.Join(", ", invocation.Project.Models.Folders.Where(Directory.Exists).Select(invocation.Project.Shown));
        return tables > 0
            ? new Diagnosis("models", Health.Good, $"{Counting.Of(tables, "table")} in {places}")
            : new Diagnosis("models", Health.Doubtful, $"no class in {places} is a table", "A class is one when it has [Table], or a key: Id, or a property with [Key].");
    }

    private async Task<Diagnosis> ServerAsync(CancellationToken cancellation)
    {
        await using var session = await invocation.Database.OpenAsync(cancellation);
        return new Diagnosis("database", Health.Good, session.ServerVersion);
    }

    private async Task<Diagnosis> RightsAsync(CancellationToken cancellation)
    {
        await using var session = await invocation.Database.OpenAsync(cancellation);
        var missing = await session.MissingRightsAsync(cancellation);
        return missing.Count == 0
            ? new Diagnosis("rights", Health.Good, "all that migrations usually need")
            : new Diagnosis("rights", Health.Bad, "missing: " + string.Join(", ", missing), "Ask the database's owner to grant them, or connect as another user.");
    }

    private async Task<Diagnosis> HistoryAsync(CancellationToken cancellation)
    {
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        if (!survey.History.Installed)
            return new Diagnosis("history", Health.Doubtful, $"no table {invocation.Project.Table} yet", "godwit migrate creates it.");
        var counts = $"{survey.Applied.Count(one => one.Standing is not (Standing.Running or Standing.Failed))} applied, {survey.Pending.Count()} pending";
        if (survey.Migrations.FirstOrDefault(one => one.Standing is Standing.Running or Standing.Failed) is { } stopped)
            return new Diagnosis("history", Health.Bad, $"{counts}; {stopped.Id} stopped half-way", "godwit migrate continues it, or shows what is in doubt.");
        if (survey.Migrations.FirstOrDefault(one => one.Standing is Standing.Edited or Standing.Missing) is { } changed)
            return new Diagnosis("history", Health.Doubtful, $"{counts}; {changed.Id} is {CodeText.Of(changed.Standing)}", "godwit status shows all of them; godwit repair corrects the history.");
        return new Diagnosis("history", Health.Good, counts);
    }

    private async Task<Diagnosis> LockAsync(CancellationToken cancellation) => await invocation.Migrator.LockHolderAsync(cancellation) is { } holder
        ? new Diagnosis("lock", Health.Doubtful, $"held by {holder.Owner}", "Wait for that run, or end it with godwit unlock.")
        : new Diagnosis("lock", Health.Good, "free");
}
