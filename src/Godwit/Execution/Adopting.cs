using Godwit.Adoption;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Operations;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>Takes over a database that has a schema already, and perhaps the history of another tool.</summary>
internal sealed class Adopting(Database database, DatabaseSession worker, HistoryStore store, BookkeepingTables tables, MigratorOptions options)
{
    /// <summary>What there is to take over. Only reads.</summary>
    /// <param name="survey">Lays the project's files beside a history.</param>
    /// <param name="from">The other tool's table, where it has an unusual name; null to look for it.</param>
    /// <param name="otherSchemas">Schemas that are taken over beside the current one.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    internal async Task<AdoptionPlan> PlanAsync(
        Func<HistorySnapshot, Survey> survey, string? from, IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation)
    {
        var present = await worker.ReadOtherSchemasAsync(cancellation);
        if (otherSchemas.FirstOrDefault(name => !present.Contains(name)) is { } missing) throw NoSchema(missing, present);
        var schema = await worker.ReadSchemaAsync(otherSchemas, cancellation);
        var found = ForeignTableSearch.Find(schema, tables.History, from);
        if (found.Length > 1) throw Several(found.Select(one => $"{one.Table.Name} ({one.Tool.Name})"));
        var isInTheWay = found.Length == 1 && found[0].Table.Name.ToString() == tables.History;
        var files = survey(isInTheWay ? HistorySnapshot.Empty : await store.ReadAsync(worker, cancellation));
        if (!files.History.Applied.IsEmpty) throw InUse(files.History.Applied.Length);
        WithoutMissingDirectory(files).ThrowIfUnreadable();
        var history = found.Length == 0 ? null : await new ForeignHistoryReader(worker, database.Dialect).ReadAsync(schema, found[0].Tool, found[0].Table, cancellation);
        if (files.Migrations.IsEmpty) schema = await worker.ReadDefinitionsAsync(schema, cancellation);
        var plan = Plan(history, files, schema) with { OtherSchemas = [.. present.Except(otherSchemas)] };
        return isInTheWay ? plan with { KeptAs = FreeName(schema, ForeignTableSearch.KeptName(tables.History, Word(history!.Tool))) } : plan;
    }

    /// <summary>Does it: keeps the other tool's table under another name where it stands in the way, writes the baseline, records what is applied.</summary>
    /// <param name="plan">What there is to take over.</param>
    /// <param name="survey">Lays the project's files, read anew, beside a history.</param>
    /// <param name="write">Writes the baseline, and gives the path of its file.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    internal async Task<string?> RunAsync(
        AdoptionPlan plan, Func<HistorySnapshot, Survey> survey, Func<BaselineContent, string> write, CancellationToken cancellation)
    {
        if (plan.KeptAs is { } kept) await RenameAsync(tables.History, kept, cancellation);
        string? file = null;
        try
        {
            file = plan.Baseline is { } baseline ? write(baseline) : null;
            await RecordAsync(plan, survey, file, cancellation);
            return file;
        }
        catch
        {
            // All of it or nothing: otherwise a second attempt would find a project with migrations and a database without a history.
            if (file is not null) File.Delete(file);
            if (plan.KeptAs is { } back && !await IsInstalledAsync()) await RenameAsync(back, tables.History, CancellationToken.None);
            throw;
        }
    }

    private async Task RecordAsync(AdoptionPlan plan, Func<HistorySnapshot, Survey> survey, string? file, CancellationToken cancellation)
    {
        var scripts = new StepScripts(store, worker, database.Dialect, options);
        var ids = file is null
            ? plan.Recorded.Select(migration => (Id: migration.Id.Text, migration.Batch)).ToArray()
            : [(Path.GetFileNameWithoutExtension(file), 1)];
        await new HistoryChange(database, worker, store, tables, options).RunAsync(
            history =>
            {
                if (!history.Applied.IsEmpty) throw InUse(history.Applied.Length);
                var migrations = survey(history).Migrations.ToDictionary(migration => migration.Id.Text);
                return [.. ids.Select(id => store.Sql.RecordApplied(scripts.RecordOf(migrations[id.Id], id.Batch), "NULL"))];
            },
            cancellation);
    }

    // The baseline's file makes its directory, as every new migration's does.
    private static Survey WithoutMissingDirectory(Survey files) =>
        files.Migrations.IsEmpty ? files with { Problems = files.Problems.RemoveAll(problem => problem.Code is ErrorCode.DirectoryMissing) } : files;

    private AdoptionPlan Plan(ForeignHistory? history, Survey files, DatabaseSchema schema)
    {
        var ids = files.Migrations.Select(migration => migration.Id).ToArray();
        if (history is not null && ids.Length > 0)
        {
            var plan = AdoptionPlanner.Plan(history, [.. ids]);
            return plan.Recorded.IsEmpty && !history.Entries.IsEmpty ? throw NothingMatches(history) : plan;
        }

        if (ids.Length > 0) throw NoHistory(ids.Length);
        var content = BaselineContent.Of(database.Dialect.Normalize(ApplicationSchema.Of(schema, history?.Tables ?? [], tables)));
        if (history is null) return new AdoptionPlan { Baseline = content.Operations.Count == 0 ? null : content };
        return AdoptionPlanner.Plan(history, []) with { Baseline = content };
    }

    private async Task RenameAsync(string from, string to, CancellationToken cancellation)
    {
        var rename = worker.Generator.Generate([new RenameTable(from, to)], await worker.ReadSchemaAsync([], cancellation));
        try
        {
            await worker.RunAsync(rename.Statements, SilentObserver.Instance, cancellation);
        }
        catch (StatementException failure)
        {
            throw new GodwitException(ErrorCode.StatementFailed, $"The table {from} could not be renamed to {to}: {failure.Error.Message} ({failure.Error.Code})",
                "Rename it by hand, or let Godwit keep its history under another name: --table NAME.", state: "Nothing was changed.", inner: failure);
        }
    }

    private async Task<bool> IsInstalledAsync() =>
        (await worker.ReadSchemaAsync([], CancellationToken.None)).Find(tables.History) is not null;

    private static string Word(string tool) => SnakeCase.Of(tool);

    private static string FreeName(DatabaseSchema schema, string wanted)
    {
        var name = wanted;
        for (var number = 2; schema.Find(name) is not null; number++) name = $"{wanted}_{number}";
        return name;
    }

    private static GodwitException Several(IEnumerable<string> tables) => new(
        ErrorCode.ForeignHistory, $"There are the histories of several tools: {string.Join(", ", tables)}.",
        "Say which one tells what is in the database: godwit adopt --from TABLE.", state: "Nothing was changed.");

    private static GodwitException NoSchema(string name, IReadOnlyList<string> present) => new(
        ErrorCode.UnknownObject, $"There is no schema {name} beside the current one.",
        present.Count == 0 ? "Leave --schema out: the current schema is always taken over." : $"There is: {string.Join(", ", present)}.", state: "Nothing was changed.");

    private static GodwitException InUse(int migrations) => new(
        ErrorCode.ObjectExists, $"The database has a Godwit history already, with {migrations} applied.",
        "There is nothing to take over: godwit status shows it. What was applied in another way is recorded with godwit stamp REV.", state: "Nothing was changed.");

    private static GodwitException NoHistory(int migrations) => new(
        ErrorCode.ForeignHistory, $"The project has {migrations} migrations, and the database no history that says which of them are applied.",
        "If all are, or all up to one: godwit stamp head, or godwit stamp REV. If the database is to become the first migration: move the files out of the"
        + " migrations directory, then godwit adopt. If another tool's history has an unusual name: --from TABLE.", state: "Nothing was changed.");

    private static GodwitException NothingMatches(ForeignHistory history) => new(
        ErrorCode.ForeignHistory, $"None of the {history.Entries.Length} migrations in {history.Table} ({history.Tool}) has a file in this project; the first is {history.Entries[0].Name}.",
        "Give the files the names or versions that they have there; or move them out of the migrations directory: then godwit adopt writes one first migration"
        + " for all that is in the database.", state: "Nothing was changed.");
}
