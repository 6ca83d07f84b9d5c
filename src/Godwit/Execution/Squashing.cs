using System.Collections.Immutable;
using Godwit.Adoption;
using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>
/// Makes one migration of many: replays them in a scratch database, writes what came out as a baseline, and tries that in another one. The
/// files move into a folder only when both came out the same.
/// </summary>
internal sealed class Squashing(Database database, MigratorOptions options, MigrationCatalog catalog)
{
    private readonly BookkeepingTables tables = new(options.Table);

    /// <summary>Does it.</summary>
    /// <param name="revision">The last migration that goes into the baseline; null is the newest.</param>
    /// <param name="baseline">How the baseline is named and written.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    internal async Task<SquashResult> RunAsync(string? revision, NewMigration baseline, CancellationToken cancellation)
    {
        var replaced = Chosen(revision);
        var workshop = Directory.CreateTempSubdirectory("godwit-squash-").FullName;
        try
        {
            var (content, text, rows) = await ReplayAsync(replaced, cancellation);
            var draft = new MigrationFileWriter(options.Clock, options.Root, options.Directories).Create(
                baseline with { Directory = workshop, Version = replaced[^1].Id.Version.Text },
                heading => text(heading, baseline));
            RequireFree(draft, replaced);
            await VerifyAsync(workshop, content, cancellation);
            return new SquashResult(Move(draft, replaced), [.. replaced.Select(migration => migration.Id)], content.Notes, rows);
        }
        finally
        {
            Directory.Delete(workshop, recursive: true);
        }
    }

    private ImmutableArray<MigrationSource> Chosen(string? revision)
    {
        var migrations = catalog.RequireSound().Migrations.RemoveAll(migration => migration.Id.IsRepeatable);
        var last = new RevisionResolver(migrations.Select(migration => migration.Id)).Resolve(revision ?? "head");
        var chosen = last is null ? [] : migrations.RemoveAll(migration => migration.Id.CompareTo(last) > 0);
        if (chosen.Length < 2) throw TooFew(chosen.Length);
        if (chosen.FirstOrDefault(migration => !migration.Entries.Any()) is { } compiled) throw CompiledIn(compiled);
        RequireIndependent(chosen, migrations.RemoveRange(0, chosen.Length));
        return chosen;
    }

    // A baseline is for every environment, and an id that it stands for can no longer be depended on.
    private void RequireIndependent(ImmutableArray<MigrationSource> chosen, ImmutableArray<MigrationSource> later)
    {
        if (chosen.FirstOrDefault(migration => !Read(migration).Environments.IsEmpty) is { } limited) throw Limited(limited);
        var resolver = new RevisionResolver(catalog.Migrations.Select(migration => migration.Id));
        var ids = chosen.Select(migration => migration.Id).ToHashSet();
        foreach (var migration in later)
        {
            var script = Read(migration);
            foreach (var dependency in RevisionNode.Needs(script.Parents, script.DependsOn))
            {
                if (resolver.Resolve(dependency.Revision) is { } id && ids.Contains(id)) throw Dependent(migration, dependency);
            }
        }
    }

    private MigrationScript Read(MigrationSource migration) => migration.Read(database.Dialect.Splitter, options.Placeholders);

    private async Task<(BaselineContent Content, Func<FileHeading, NewMigration, string> Text, ImmutableArray<TableRows> Rows)> ReplayAsync(
        ImmutableArray<MigrationSource> replaced, CancellationToken cancellation)
    {
        await using var scratch = await database.CreateScratchAsync(ScratchIsolation.Database, cancellation);
        await using (var migrator = new Migrator(scratch.Database, options with { OnEvent = null }))
        {
            var plan = await migrator.PlanAsync(new Target.UpTo(replaced[^1].Id.Text), cancellation);
            await migrator.RunAsync(plan with { Steps = plan.Steps.RemoveAll(step => step.Migration.Id.IsRepeatable) }, cancellation);
        }

        await using var session = await scratch.Database.OpenAsync(cancellation);
        var schema = await SchemaAsync(session, cancellation);
        var rows = await RowsAsync(session, schema, cancellation);
        var content = BaselineContent.Of(schema);
        content = content with { Notes = content.Notes.Concat(rows.Select(table => table.Note)).ToValueList() };
        var generator = session.Generator;
        string[] ids = [.. replaced.Select(migration => migration.Id.Text)];
        return (content, (heading, baseline) => BaselineText.Of(content, ids, heading, baseline.Format, generator), rows);
    }

    private async Task VerifyAsync(string workshop, BaselineContent content, CancellationToken cancellation)
    {
        await using var scratch = await database.CreateScratchAsync(ScratchIsolation.Database, cancellation);
        await using (var migrator = new Migrator(scratch.Database, options with { OnEvent = null, Directories = [workshop], Assemblies = [] }))
        {
            await migrator.MigrateAsync(cancellation);
        }

        await using var session = await scratch.Database.OpenAsync(cancellation);
        var made = await SchemaAsync(session, cancellation);
        var difference = SchemaComparer.Compare(made with { Unread = [] }, content.Schema with { Unread = [] });
        if (!difference.IsEmpty) throw Different(difference);
    }

    private async Task<DatabaseSchema> SchemaAsync(DatabaseSession session, CancellationToken cancellation) =>
        database.Dialect.Normalize(ApplicationSchema.Of(await DefinedAsync(session, cancellation), [], tables));

    // Whatever schema there is in a scratch database, the migrations have made it.
    private static async Task<DatabaseSchema> DefinedAsync(DatabaseSession session, CancellationToken cancellation)
    {
        var schema = await session.ReadSchemaAsync(await session.ReadOtherSchemasAsync(cancellation), cancellation);
        return await session.ReadDefinitionsAsync(schema, cancellation);
    }

    private async Task<ImmutableArray<TableRows>> RowsAsync(DatabaseSession session, DatabaseSchema schema, CancellationToken cancellation)
    {
        var filled = ImmutableArray.CreateBuilder<TableRows>();
        foreach (var table in schema.Tables)
        {
            var count = await session.ScalarAsync($"SELECT COUNT(*) FROM {database.Dialect.Quote(table.Name)}", cancellation);
            if (count is not (null or "0")) filled.Add(new TableRows(table.Name.ToString(), long.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
        }

        return filled.DrainToImmutable();
    }

    private static void RequireFree(string draft, ImmutableArray<MigrationSource> replaced)
    {
        var id = Path.GetFileNameWithoutExtension(draft);
        if (replaced.Any(migration => string.Equals(migration.Id.Text, id, StringComparison.OrdinalIgnoreCase)))
            throw new GodwitException(ErrorCode.ObjectExists, $"{id} is one of the migrations that the baseline would stand for.", "Give it another name: godwit squash --name NAME.");
    }

    // Into a folder beside it, where databases that are behind find them. What was moved is moved back if not all of it can be.
    private string Move(string draft, ImmutableArray<MigrationSource> replaced)
    {
        var moved = new Stack<(string From, string To)>();
        try
        {
            foreach (var entry in replaced.SelectMany(migration => migration.Entries))
            {
                var folder = Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(entry), MigrationCatalog.ReplacedFolder)).FullName;
                Put(entry, Path.Join(folder, Path.GetFileName(entry)));
            }

            var file = Path.Join(MigrationDirectory.In(options.Root, options.Directories[0]).FullPath, Path.GetFileName(draft));
            File.Copy(draft, file);
            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            foreach (var (from, to) in moved) Directory.Move(to, from);
            throw new GodwitException(ErrorCode.FileAccess, $"The files could not be moved: {failure.Message}",
                "Check that you may write to the migrations directory; all files are where they were.", inner: failure, state: "Nothing was changed.");
        }

        void Put(string from, string to)
        {
            Directory.Move(from, to);
            moved.Push((from, to));
        }
    }

    private static GodwitException TooFew(int count) => new(
        ErrorCode.Usage, count == 0 ? "There is no migration to squash." : "A single migration cannot be squashed.", "Name a later migration, or leave it out to squash all.");

    private static GodwitException CompiledIn(MigrationSource migration) => new(
        ErrorCode.NotSupported, $"{migration.Id} is a class of an assembly, whose source cannot be moved from here.",
        "Run godwit squash in the project that holds the files.", state: "Nothing was changed.");

    private static GodwitException Limited(MigrationSource migration) => new(
        ErrorCode.NotSupported, $"{migration.Id} is for some environments only, and a baseline is for all.",
        "Squash up to the migration before it, or let it hold everywhere.", new SourceLocation(migration.Path, 1, 1), "Nothing was changed.");

    private static GodwitException Dependent(MigrationSource migration, Dependency dependency) => new(
        ErrorCode.NotSupported, $"{migration.Id} depends on {dependency.Revision}, which would go into the baseline.",
        "Take that line out of it: it comes after the baseline in any case.", dependency.Location, "Nothing was changed.");

    private static GodwitException Different(SchemaDifference difference) => new(
        ErrorCode.NotSupported,
        "The baseline does not make the same schema as the migrations: "
        + string.Join("; ", difference.Operations.Select(operation => operation.Summary).Concat(difference.Unsupported.Select(change => change.Problem))) + ".",
        "Squash up to the migration before the one that makes it, and keep that as it is.", state: "Nothing was changed.");
}
