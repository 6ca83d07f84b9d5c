using System.Collections.Immutable;
using System.Diagnostics;
using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>Applies each migration, undoes it and applies it again on a scratch database, and compares what is there in between.</summary>
/// <param name="database">The database beside which the scratch database is made; it is not touched.</param>
/// <param name="options">What the migrations are run with.</param>
internal sealed class ReversalCheck(Database database, MigratorOptions options)
{
    /// <summary>Checks the migrations of the project, in their order.</summary>
    /// <param name="only">The one to be checked, those before it being applied; null checks all.</param>
    /// <param name="told">Is told of each as it is done.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="GodwitException">There can be no scratch database, or a file cannot be read.</exception>
    internal async Task<ImmutableArray<ReversalResult>> RunAsync(string? only, Action<ReversalResult> told, CancellationToken cancellation)
    {
        await using var scratch = await database.CreateScratchAsync(ScratchIsolation.Database, cancellation);
        await using var migrator = new Migrator(scratch.Database, options with { OnEvent = null });
        await using var session = await OpenAsync(scratch.Database, cancellation);
        var survey = await migrator.SurveyAsync(cancellation);
        survey.ThrowIfUnreadable();
        var chosen = only is null ? null : survey.Resolve(only);
        var results = ImmutableArray.CreateBuilder<ReversalResult>();
        var check = new OneMigration(migrator, session, new BookkeepingTables(options.Table));
        foreach (var migration in survey.Pending.Where(migration => !migration.Id.IsRepeatable))
        {
            var isLast = chosen is not null && migration.Id.Equals(chosen);
            if (chosen is not null && !isLast)
            {
                await migrator.MigrateAsync(migration.Id.Text, cancellation);
                continue;
            }

            var started = Stopwatch.GetTimestamp();
            var result = await check.RunAsync(migration, cancellation) with { Elapsed = Stopwatch.GetElapsedTime(started) };
            results.Add(result);
            told(result);
            if (isLast || !result.MayGoOn) break;
        }

        return results.DrainToImmutable();
    }

    private static async Task<DatabaseSession> OpenAsync(Database scratch, CancellationToken cancellation)
    {
        if (scratch.Dialect.Traits.DatabaseCreation is DatabaseCreation.OnFirstWrite) await scratch.CreateAsync(cancellation);
        return await scratch.OpenAsync(cancellation);
    }

    private sealed class OneMigration(Migrator migrator, DatabaseSession session, BookkeepingTables tables)
    {
        internal async Task<ReversalResult> RunAsync(MigrationStanding migration, CancellationToken cancellation)
        {
            var result = new ReversalResult(migration.Id.Text, migration.Source!.Path);
            var before = await LinesAsync(cancellation);
            if (await FailureAsync(() => ApplyAsync(migration.Id, cancellation)) is { } refused) return result with { Outcome = ReversalOutcome.UpFailed, Error = refused };
            var after = await LinesAsync(cancellation);
            var plan = await migrator.PlanAsync(new Target.LastMigrations(1), cancellation);
            if (plan.Findings.Any(finding => finding.Code is ErrorCode.MissingDown)) return result with { Outcome = ReversalOutcome.NoDown };
            if (await FailureAsync(() => migrator.RunAsync(plan, cancellation)) is { } failure) return await StuckAsync(result, failure, cancellation);
            var undone = SchemaLines.Difference(before, await LinesAsync(cancellation));
            if (await FailureAsync(() => ApplyAsync(migration.Id, cancellation)) is { } again)
                return result with { Outcome = ReversalOutcome.SecondUpFailed, Differences = undone, Error = again };
            var repeated = SchemaLines.Difference(after, await LinesAsync(cancellation));
            if (!undone.IsEmpty) return result with { Outcome = ReversalOutcome.DownDiffers, Differences = undone };
            return repeated.IsEmpty ? result : result with { Outcome = ReversalOutcome.SecondUpDiffers, Differences = repeated };
        }

        // Where the failed down was undone as a whole, the migration is still applied, and the next one can be checked.
        private async Task<ReversalResult> StuckAsync(ReversalResult result, GodwitException failure, CancellationToken cancellation)
        {
            if (failure.Code is ErrorCode.MissingDown) return result with { Outcome = ReversalOutcome.NoDown };
            var standing = (await migrator.SurveyAsync(cancellation)).Migrations.First(migration => migration.Id.Text == result.Migration).Standing;
            return result with { Outcome = ReversalOutcome.DownFailed, Error = failure, IsApplied = standing is Standing.Applied };
        }

        private async Task ApplyAsync(MigrationId id, CancellationToken cancellation)
        {
            var plan = await migrator.PlanAsync(new Target.UpTo(id.Text), cancellation);
            await migrator.RunAsync(plan with { Steps = plan.Steps.RemoveAll(step => step.Migration.Id.IsRepeatable) }, cancellation);
        }

        private static async Task<GodwitException?> FailureAsync(Func<Task> work)
        {
            try
            {
                await work();
                return null;
            }
            catch (GodwitException failure) when (failure.Code is not ErrorCode.Cancelled)
            {
                return failure;
            }
        }

        private async Task<ImmutableArray<string>> LinesAsync(CancellationToken cancellation)
        {
            var schema = await session.ReadSchemaAsync([], cancellation);
            return SchemaLines.Of(schema with { Tables = schema.Tables.Without(table => tables.UnqualifiedNames.Contains(table.Name.Name)) });
        }
    }
}

/// <summary>How one migration came out.</summary>
/// <param name="Migration">Its id.</param>
/// <param name="Path">Its file.</param>
internal sealed record ReversalResult(string Migration, string Path)
{
    internal ReversalOutcome Outcome { get; init; }

    /// <summary>What is different from what should be: <c>- </c> before what is missing, <c>+ </c> before what is too much.</summary>
    internal ImmutableArray<string> Differences { get; init; } = [];

    /// <summary>Why it could not be applied or undone.</summary>
    internal GodwitException? Error { get; init; }

    /// <summary>How long it took.</summary>
    internal TimeSpan Elapsed { get; init; }

    /// <summary>Whether it is applied although undoing it failed.</summary>
    internal bool IsApplied { get; init; }

    /// <summary>Whether nothing is wrong with it. To have no down is not wrong: it says so itself.</summary>
    internal bool IsSound => Outcome is ReversalOutcome.Reverses or ReversalOutcome.NoDown;

    /// <summary>Whether the database is in a state from which the next migration can be checked.</summary>
    internal bool MayGoOn => IsApplied || Outcome is not (ReversalOutcome.UpFailed or ReversalOutcome.DownFailed or ReversalOutcome.SecondUpFailed);
}

/// <summary>How applying, undoing and applying again came out.</summary>
internal enum ReversalOutcome
{
    /// <summary>The schema was the same before and after, both times.</summary>
    Reverses,

    /// <summary>It has no down.</summary>
    NoDown,

    /// <summary>It could not be applied.</summary>
    UpFailed,

    /// <summary>It could not be undone.</summary>
    DownFailed,

    /// <summary>After undoing it the schema was not what it was before.</summary>
    DownDiffers,

    /// <summary>It could not be applied a second time.</summary>
    SecondUpFailed,

    /// <summary>After applying it a second time the schema was not what it was after the first.</summary>
    SecondUpDiffers,
}
