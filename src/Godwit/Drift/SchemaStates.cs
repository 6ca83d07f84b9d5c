using Godwit.Adoption;
using Godwit.Dialects;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Drift;

/// <summary>
/// Reads the schema of a project from all the places where it is said, without the tables in which Godwit and other tools keep their
/// histories. What has to run for that, runs in scratch databases beside the real one.
/// </summary>
/// <param name="database">The project's database.</param>
/// <param name="options">The project's migrations.</param>
public sealed class SchemaStates(Database database, MigratorOptions options)
{
    private readonly BookkeepingTables bookkeeping = new(options.Table);

    /// <summary>The database as it is; empty when it is an embedded one that does not exist yet.</summary>
    /// <param name="beside">The models that it is to be compared with: the schemas that they speak of are read, too. Null for none.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="GodwitException">The database cannot be reached or read, or the models make no sense.</exception>
    public async Task<SchemaState> ReadLiveAsync(SchemaSource.Models? beside, CancellationToken cancellation)
    {
        // Both take their time, and models seldom speak of another schema than the current one.
        var others = Task.Run(() => OtherSchemas(beside), cancellation);
        var live = ReadAsync(database, [], cancellation);
        await Task.WhenAll(others, live);
        return (await others).Length == 0 ? await live : await ReadAsync(database, await others, cancellation);
    }

    /// <summary>What there is when migrations have run on an empty database.</summary>
    /// <param name="target">How far they run.</param>
    /// <param name="beside">The models that it is to be compared with: the schemas that they speak of are read, too. Null for none.</param>
    /// <param name="cancellation">Cancels the run.</param>
    /// <exception cref="GodwitException">A migration failed there, a scratch database cannot be had, or the models make no sense.</exception>
    public async Task<SchemaState> ReplayAsync(Target target, SchemaSource.Models? beside, CancellationToken cancellation)
    {
        var others = OtherSchemas(beside);
        await using var scratch = await database.CreateScratchAsync(ScratchIsolation.Database, cancellation);
        await using var migrator = new Migrator(scratch.Database, options with { OnEvent = null });
        try
        {
            await migrator.RunAsync(target, cancellation);
        }
        catch (GodwitException failure) when (failure.Code is not ErrorCode.Cancelled)
        {
            throw new GodwitException(
                failure.Code, $"The migrations do not run on an empty database: {failure.Message}", failure.Remedy, failure.Location,
                $"That was a scratch database; {database.Description} was not changed.", failure);
        }

        return await ReadAsync(scratch.Database, others, cancellation);
    }

    /// <summary>What a script makes of an empty database.</summary>
    /// <exception cref="GodwitException">The file cannot be read, one of its statements failed, or a scratch database cannot be had.</exception>
    public async Task<SchemaState> RunScriptAsync(SchemaSource.Script script, CancellationToken cancellation)
    {
        await using var scratch = await database.CreateScratchAsync(ScratchIsolation.Database, cancellation);
        await using var session = await scratch.Database.OpenAsync(cancellation);
        using var file = new Migrations.MigrationFile(script.Path, script.ShownPath);
        var source = file.ReadText();
        var statements = session.Splitter.Split(source, 0, source.Text.Length);
        try
        {
            await session.RunAsync(statements, SilentObserver.Instance, cancellation);
        }
        catch (StatementException failure)
        {
            throw new GodwitException(
                ErrorCode.StatementFailed, $"A statement of {script.ShownPath} failed in a scratch database: {failure.Error.Message} ({failure.Error.Code})",
                "Correct it: the script must create the schema in an empty database.", statements[failure.Index].Location,
                $"{database.Description} was not changed.", failure);
        }

        // In a session of its own: a dump sets the search path in the one that runs it.
        return await ReadAsync(scratch.Database, [], cancellation);
    }

    /// <summary>
    /// What models say, beside a schema that they are compared with. Where text does not settle whether both say the same, the database is asked.
    /// </summary>
    /// <param name="models">Reads the models.</param>
    /// <param name="beside">The schema, read from the same kind of database.</param>
    /// <param name="decisions">What was said about renames beyond what the models say.</param>
    /// <param name="cancellation">Cancels the asking.</param>
    /// <exception cref="GodwitException">The models make no sense, or the database cannot be reached.</exception>
    public async Task<ModelState> ReadModelsAsync(
        SchemaSource.Models models, SchemaState beside, Comparison.RenameDecisions decisions, CancellationToken cancellation)
    {
        var said = models.Read(beside.Schema.Product);
        var others = beside.Schema.Tables.Where(table => said.Others.Contains(table.Name));
        var wanted = database.Dialect.Normalize(said.Schema);
        wanted = wanted with { Tables = wanted.Tables.Concat(others).ToValueList() };
        var all = decisions with { Accepted = said.Renames.Concat(decisions.Accepted).ToValueList() };
        var (settled, undecided) = await new Settlement(database).SettleAsync(beside.Schema, wanted, all, cancellation);
        return new ModelState(settled, all, said.Schema, undecided);
    }

    // The schemas that models speak of beside the current one.
    private string[] OtherSchemas(SchemaSource.Models? models) =>
        models is null ? [] : [.. Names(models.Read(database.Dialect.Name).Schema).Select(name => name.Schema).OfType<string>().Distinct()];

    private static IEnumerable<ObjectName> Names(DatabaseSchema schema) =>
        schema.Tables.Select(table => table.Name).Concat(schema.Enums.Select(type => type.Name)).Concat(schema.Sequences.Select(sequence => sequence.Name));

    private async Task<SchemaState> ReadAsync(Database from, IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation)
    {
        try
        {
            await using var session = await from.OpenAsync(cancellation);
            return new SchemaState(WithoutBookkeeping(await session.ReadSchemaAsync(otherSchemas, cancellation)), session.Generator);
        }
        catch (GodwitException missing) when (missing.Code is ErrorCode.DatabaseMissing && from.Dialect.Traits.DatabaseCreation is DatabaseCreation.OnFirstWrite)
        {
            return new SchemaState(new DatabaseSchema(from.Dialect.Name), from.Dialect.Generator);
        }
        catch (StatementException failure)
        {
            throw new GodwitException(
                ErrorCode.StatementFailed, $"The schema of {from.Description} could not be read: {failure.Error.Message} ({failure.Error.Code})",
                "Check the user's rights on the schema.", state: "Nothing was changed.", inner: failure);
        }
    }

    private DatabaseSchema WithoutBookkeeping(DatabaseSchema schema)
    {
        var others = ForeignTableSearch.OfOtherTools(schema, bookkeeping.History).Select(table => table.Name.Name);
        var own = new HashSet<string>([.. bookkeeping.UnqualifiedNames, .. others], StringComparer.OrdinalIgnoreCase);
        return schema with
        {
            Tables = schema.Tables.Without(table => own.Contains(table.Name.Name)),
            Sequences = schema.Sequences.Without(sequence => sequence.OwnedBy is { } owner && own.Contains(owner.Table.Name)),
        };
    }
}
