using Godwit.Adoption;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Migrations;

namespace Godwit;

// The verbs that write a baseline.
public sealed partial class Migrator
{
    /// <summary>
    /// What there is to take over from a database that has a schema already: the history of another tool, of which the migrations with files in
    /// this project are recorded as applied; or a schema, which becomes the first migration. Only reads.
    /// </summary>
    /// <param name="from">The other tool's table, where it has an unusual name; null to look for it.</param>
    /// <param name="otherSchemas">Schemas that are taken over beside the current one; none when null.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="GodwitException">
    /// Godwit has a history there already, several tools have, the other tool stopped half-way, nothing says what is applied, or there is no
    /// such schema.
    /// </exception>
    public async Task<AdoptionPlan> PlanAdoptionAsync(
        string? from = null, IReadOnlyCollection<string>? otherSchemas = null, CancellationToken cancellation = default)
    {
        surveyor = null;
        return await OpenForReadingAsync(cancellation) is { } worker
            ? await Adopting(worker).PlanAsync(SurveyorFor(worker.Splitter).Survey, from, otherSchemas ?? [], cancellation)
            : new AdoptionPlan();
    }

    /// <summary>Takes the database over: writes the baseline and records what is applied. No migration is run.</summary>
    /// <param name="plan">What there is to take over.</param>
    /// <param name="baseline">How the baseline is named and written, where there is one.</param>
    /// <param name="cancellation">Cancels the waiting for another run.</param>
    /// <returns>The path of the baseline; null where none was needed.</returns>
    /// <exception cref="GodwitException">The file could not be written, or the database not changed; then nothing was.</exception>
    public async Task<string?> AdoptAsync(AdoptionPlan plan, NewMigration baseline, CancellationToken cancellation = default)
    {
        var worker = await OpenForWritingAsync(cancellation);
        surveyor = null;
        return await Adopting(worker).RunAsync(plan, history => SurveyorFor(worker.Splitter).Survey(history), Write, cancellation);

        string Write(BaselineContent content)
        {
            surveyor = null;
            return new MigrationFileWriter(options.Clock, options.Root, options.Directories)
                .Create(baseline, heading => BaselineText.Of(content, [], heading, baseline.Format, worker.Generator));
        }
    }

    /// <summary>
    /// Makes one migration, a baseline, of all up to a revision. Their files move into the folder <c>squashed</c> beside it, for databases that
    /// have some of them. The database itself is not touched; two scratch databases are made beside it, to replay the migrations and to try
    /// the baseline.
    /// </summary>
    /// <param name="revision">The last one that goes into it; null is the newest.</param>
    /// <param name="baseline">How it is named and written. It gets the version of the last one.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="GodwitException">
    /// There are fewer than two, one cannot go into a baseline, no scratch database could be made, or the baseline did not come out the same. All
    /// files are then where they were.
    /// </exception>
    public async Task<SquashResult> SquashAsync(string? revision, NewMigration baseline, CancellationToken cancellation = default)
    {
        surveyor = null;
        return await new Squashing(database, options, Catalog()).RunAsync(revision, baseline, cancellation);
    }

    private Adopting Adopting(DatabaseSession worker) => new(database, worker, store, tables, options);
}
