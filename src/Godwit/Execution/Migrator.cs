using System.Collections.Immutable;
using System.Data;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Safety;
using Godwit.Seeding;

namespace Godwit;

/// <summary>
/// Applies, undoes and inspects the migrations of one project on one database. It opens one session when it first needs it and
/// keeps it; it is for one caller at a time.
/// </summary>
public sealed partial class Migrator : IAsyncDisposable
{
    private readonly Database database;
    private readonly MigratorOptions options;
    private readonly HistoryStore store;
    private readonly BookkeepingTables tables;
    private readonly Action<ExecutionEvent> emit;
    private DatabaseSession? session;
    private Surveyor? surveyor;
    private Sql.ScriptSplitter? readBy;

    /// <summary>A migrator for one database. Nothing is opened or read yet.</summary>
    /// <param name="database">The database. It stays the caller's to dispose of.</param>
    /// <param name="options">What to work with; the defaults when null.</param>
    public Migrator(Database database, MigratorOptions? options = null)
    {
        this.database = database;
        this.options = options ?? new MigratorOptions();
        tables = new BookkeepingTables(this.options.Table);
        store = new HistoryStore(database.Dialect, tables);
        emit = this.options.OnEvent ?? (_ => { });
    }

    /// <summary>The database product with its version, once a session is open; null before.</summary>
    public string? ServerVersion => session?.ServerVersion;

    /// <summary>Creates the history table and its two companions where they are missing; for an embedded database, the database too.</summary>
    /// <returns>Whether the history table was missing.</returns>
    /// <exception cref="GodwitException">The database cannot be reached or written, or a table of that name belongs to another tool.</exception>
    public async Task<bool> InstallAsync(CancellationToken cancellation = default)
    {
        var worker = await OpenForWritingAsync(cancellation);
        var history = await ReadHistoryAsync(worker, cancellation);
        if (!history.Installed) await InstallTablesAsync(worker, cancellation);
        return !history.Installed;
    }

    /// <summary>All migrations beside the history. Only reads; a database that does not exist yet has an empty history.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public async Task<Survey> SurveyAsync(CancellationToken cancellation = default)
    {
        // Files may have changed since the last time. They are read while the connection is being opened.
        surveyor = null;
        var files = Task.Run(() => SurveyorFor(database.Dialect.Splitter).ReadAhead(), cancellation);
        var worker = await OpenForReadingAsync(cancellation);
        var history = worker is null ? HistorySnapshot.Empty : await ReadHistoryAsync(worker, cancellation);
        await files;
        return SurveyorFor(worker?.Splitter ?? database.Dialect.Splitter).Survey(history);
    }

    /// <summary>All migrations beside an empty history: what the files say by themselves. Needs no connection.</summary>
    public Survey SurveyFiles()
    {
        surveyor = null;
        return SurveyorFor(database.Dialect.Splitter).Survey(HistorySnapshot.Empty);
    }

    /// <summary>
    /// What is wrong or odd about all migrations, by themselves and beside the history: names, versions, branches, what does not compile or
    /// cannot be run, downs that are missing, files that were edited or are gone. Only reads.
    /// </summary>
    /// <param name="published">The migrations that another branch has already, after which those that it lacks must sort; null for none.</param>
    /// <param name="cancellation">Cancels the reading of the history.</param>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public async Task<Validation> ValidateAsync(Published? published = null, CancellationToken cancellation = default) =>
        new Validator(database.Dialect, options).Validate(await SurveyAsync(cancellation), published);

    /// <summary>The same about the files alone. Needs no connection.</summary>
    /// <param name="published">The migrations that another branch has already, after which those that it lacks must sort; null for none.</param>
    public Validation ValidateFiles(Published? published = null) => new Validator(database.Dialect, options).Validate(SurveyFiles(), published);

    /// <summary>What is wrong or odd about the migrations of a plan by themselves, without the history. Needs no connection.</summary>
    public ImmutableArray<Finding> Validate(Plan plan) =>
        new Validator(database.Dialect, options).Content(plan.Steps.Select(step => step.Migration));

    /// <summary>The migrations that are not applied, in the order in which they would be.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public async Task<IReadOnlyList<MigrationStanding>> PendingAsync(CancellationToken cancellation = default) =>
        [.. (await SurveyAsync(cancellation)).Pending];

    /// <summary>The migrations that are applied, in the order in which they were.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public async Task<IReadOnlyList<MigrationStanding>> AppliedAsync(CancellationToken cancellation = default) =>
        [.. (await SurveyAsync(cancellation)).Applied];

    /// <summary>What would be done to reach a target. Only reads.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read, or the target names no migration or several.</exception>
    public async Task<Plan> PlanAsync(Target target, CancellationToken cancellation = default) =>
        Planner.Plan(await SettledAsync(cancellation), target, options.OutOfOrder);

    /// <summary>The SQL that a plan would run, history rows included. Only reads.</summary>
    /// <exception cref="GodwitException">The plan must not be carried out, or a script cannot be run as it is written.</exception>
    public async Task<IReadOnlyList<StepSql>> PreviewAsync(Plan plan, CancellationToken cancellation = default)
    {
        plan.ThrowIfForbidden();
        if (plan.IsEmpty) return [];
        var survey = await SurveyAsync(cancellation);
        var scripts = await new StepScripts(store, session, database.Dialect, options)
            .ForeseeAsync(plan, survey.History.LastBatch + 1, cancellation);
        return [.. scripts.Select(script => Preview.Of(script, database.Dialect.Traits, store.Sql))];
    }

    /// <summary>What the safety rules find in the migrations that a plan applies. Only reads; nothing is found in what undoes.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read, or a migration in C# cannot be described.</exception>
    public async Task<SafetyReview> ReviewAsync(Plan plan, CancellationToken cancellation = default) =>
        plan.Direction is Migrations.Direction.Down || plan.IsEmpty
            ? SafetyReview.Nothing
            : await new PlanReview(database.Dialect, session, options).OfAsync(plan, await SurveyAsync(cancellation), cancellation);

    /// <summary>
    /// A script that does what an upgrade would do, history rows included, for the database's own client: psql, mysql, mariadb, sqlite3. Needs
    /// no connection.
    /// </summary>
    /// <param name="range"><c>FROM:TO</c>, or <c>TO</c> from the place before all migrations.</param>
    /// <param name="how">How it is written; the defaults when null.</param>
    /// <exception cref="GodwitException">The range is none, or a migration holds code or needs what only the database knows.</exception>
    public string UpgradeScript(string range = "head", ScriptOptions? how = null) => Offline(how).Up(range);

    /// <summary>A script that does what a downgrade would do. See <see cref="UpgradeScript"/>.</summary>
    /// <param name="range"><c>FROM:TO</c>.</param>
    /// <param name="how">How it is written; the defaults when null.</param>
    /// <exception cref="GodwitException">The range is none, a migration has no down, or it holds code or needs what only the database knows.</exception>
    public string DowngradeScript(string range, ScriptOptions? how = null) => Offline(how).Down(range);

    private Offline Offline(ScriptOptions? how)
    {
        surveyor = null;
        return new Offline(database.Dialect, tables, options, SurveyorFor(database.Dialect.Splitter), how ?? new ScriptOptions());
    }

    /// <summary>What a plan that undoes will lose: tables, columns and rows. Only reads.</summary>
    /// <exception cref="GodwitException">The plan must not be carried out, or a script cannot be run as it is written.</exception>
    public async Task<IReadOnlyList<Finding>> LossesAsync(Plan plan, CancellationToken cancellation = default)
    {
        if (plan.Direction is Direction.Up || plan.IsEmpty) return [];
        plan.ThrowIfForbidden();
        var scripts = await new StepScripts(store, session, database.Dialect, options).PrepareAsync(plan, batch: 0, cancellation);
        var losses = new UndoLosses(session?.Product ?? database.Dialect.Name);
        return [.. scripts.SelectMany(losses.Of)];
    }

    /// <summary>Applies everything that is pending, as one batch.</summary>
    /// <exception cref="GodwitException">A migration failed or must not be applied; what is done and what is not is in the exception.</exception>
    public Task<RunResult> MigrateAsync(CancellationToken cancellation = default) => RunAsync(new Target.Head(), cancellation);

    /// <summary>Applies what is pending up to and including a migration.</summary>
    /// <param name="revision">The migration: its id, a unique part of it, its version or its name.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="GodwitException">As of <see cref="MigrateAsync(CancellationToken)"/>.</exception>
    public Task<RunResult> MigrateAsync(string revision, CancellationToken cancellation = default) => RunAsync(new Target.UpTo(revision), cancellation);

    /// <summary>Applies migrations up to a revision.</summary>
    /// <param name="revision"><c>head</c>, <c>heads</c>, <c>+N</c>, or what names a migration, a tag or a date: see <see cref="Target.UpTo"/>.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="GodwitException">As of <see cref="MigrateAsync(CancellationToken)"/>; or the revision names nothing, or several migrations.</exception>
    public Task<RunResult> UpgradeAsync(string revision = "head", CancellationToken cancellation = default) => RunAsync(Target.Up(revision), cancellation);

    /// <summary>Undoes down to a revision, which itself stays.</summary>
    /// <param name="revision"><c>base</c>, <c>-N</c>, or what names a migration, a tag, a batch or a date: see <see cref="Target.DownTo"/>.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="GodwitException">A migration has no down, or its down failed; or the revision names nothing, or several migrations.</exception>
    public Task<RunResult> DowngradeAsync(string revision = "-1", CancellationToken cancellation = default) => RunAsync(Target.Down(revision), cancellation);

    /// <summary>The newest applied migration; null when none is applied.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public async Task<MigrationStanding?> CurrentAsync(CancellationToken cancellation = default) => (await SurveyAsync(cancellation)).Current;

    /// <summary>Undoes the last batches, the newest migration first.</summary>
    /// <exception cref="GodwitException">A migration has no down, or its down failed.</exception>
    public Task<RunResult> RollbackBatchesAsync(int batches = 1, CancellationToken cancellation = default) =>
        RunAsync(new Target.LastBatches(batches), cancellation);

    /// <summary>Undoes the last migrations, the newest first.</summary>
    /// <exception cref="GodwitException">A migration has no down, or its down failed.</exception>
    public Task<RunResult> RollbackAsync(int migrations = 1, CancellationToken cancellation = default) =>
        RunAsync(new Target.LastMigrations(migrations), cancellation);

    /// <summary>Undoes everything.</summary>
    /// <exception cref="GodwitException">A migration has no down, or its down failed.</exception>
    public Task<RunResult> ResetAsync(CancellationToken cancellation = default) => RunAsync(new Target.Base(), cancellation);

    /// <summary>Plans the way to a target and goes it.</summary>
    /// <exception cref="GodwitException">A migration failed or must not be run; what is done and what is not is in the exception.</exception>
    public async Task<RunResult> RunAsync(Target target, CancellationToken cancellation = default) =>
        await RunAsync(await PlanAsync(target, cancellation), cancellation);

    /// <summary>
    /// Carries out a plan, under the lock. What another run has done meanwhile is left out; nothing that the plan does not
    /// hold is done.
    /// </summary>
    /// <exception cref="GodwitException">A migration failed or must not be run; what is done and what is not is in the exception.</exception>
    public async Task<RunResult> RunAsync(Plan plan, CancellationToken cancellation = default)
    {
        foreach (var finding in plan.Findings.Where(finding => finding.Severity is Severity.Warning)) emit(new ExecutionEvent.Noticed(finding));
        plan.ThrowIfForbidden();
        if (plan.IsEmpty) return new RunResult(plan, [], null);
        var worker = await OpenForWritingAsync(cancellation);
        var run = new LockedRun(database, worker, store, tables, options, history => SurveyorFor(worker.Splitter).Survey(history));
        var result = await run.RunAsync(plan, cancellation);
        if (plan.Direction is Direction.Down && (await ReadHistoryAsync(worker, cancellation)).Applied.IsEmpty)
            await new SeedMemory(database.Dialect, tables).ForgetAsync(worker, cancellation);
        return result;
    }

    /// <summary>What <see cref="StampAsync"/> would do. Only reads.</summary>
    /// <exception cref="GodwitException">As of <see cref="StampAsync"/>.</exception>
    public async Task<Stamp> PlanStampAsync(string revision, StampedRows rows = StampedRows.Keep, CancellationToken cancellation = default) =>
        StampPlanner.Plan(await SurveyAsync(cancellation), revision, rows);

    /// <summary>
    /// Makes the history say that the database is at a revision, and runs nothing: what belongs to the revision is recorded as applied, as
    /// one batch, and what was applied beyond it is taken out of the history. For a database that got its schema in another way.
    /// </summary>
    /// <param name="revision">The migration: its id, a unique part of it, its version or its name; <c>head</c>, <c>base</c>.</param>
    /// <param name="rows">Whether the rows that are there already may stay.</param>
    /// <param name="cancellation">Cancels the waiting for another run.</param>
    /// <returns>What was recorded and removed.</returns>
    /// <exception cref="GodwitException">
    /// The revision names no migration or several, a migration to be recorded cannot be read, one was left half done, or the database
    /// cannot be written; nothing was changed.
    /// </exception>
    public async Task<Stamp> StampAsync(string revision, StampedRows rows = StampedRows.Keep, CancellationToken cancellation = default)
    {
        _ = await PlanStampAsync(revision, rows, cancellation);
        var worker = await OpenForWritingAsync(cancellation);
        var scripts = new StepScripts(store, worker, database.Dialect, options);
        var stamp = new Stamp([], []);
        await new HistoryChange(database, worker, store, tables, options).RunAsync(
            history =>
            {
                stamp = StampPlanner.Plan(SurveyorFor(worker.Splitter).Survey(history), revision, rows);
                var removals = stamp.Removed.SelectMany(id => new[] { store.Sql.Remove(id), store.Sql.ForgetJournal(id) });
                var batch = rows is StampedRows.Purge ? 1 : history.LastBatch + 1;
                return [.. removals, .. stamp.Recorded.Select(migration => store.Sql.RecordApplied(scripts.RecordOf(migration, batch), "NULL"))];
            },
            cancellation);
        return stamp;
    }

    /// <summary>
    /// Drops every table, view, routine, sequence and type of the schema.
    /// </summary>
    /// <param name="history">Whether the history and its companions stay.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <returns>The number of things dropped.</returns>
    /// <exception cref="GodwitException">The database cannot be reached, or something could not be dropped.</exception>
    public async Task<int> WipeAsync(WipeHistory history = WipeHistory.Drop, CancellationToken cancellation = default)
    {
        if (await OpenForReadingAsync(cancellation) is not { } worker) return 0;
        IReadOnlyCollection<string> keep = history is WipeHistory.Keep ? tables.UnqualifiedNames : [];
        var statements = await worker.WipeAsync(keep, cancellation);
        try
        {
            await worker.RunAsync(statements, SilentObserver.Instance, cancellation);
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(worker);
            throw new GodwitException(ErrorCode.StatementFailed,
                $"{statements[failure.Index].Text} failed: {failure.Error.Message} ({failure.Error.Code})",
                "What was dropped before it is gone. Remove what keeps it, then run the verb again.", inner: failure);
        }

        return statements.Count(statement => statement.Text.StartsWith("DROP", StringComparison.Ordinal));
    }

    /// <summary>
    /// Fills the database with data: runs <c>DatabaseSeeder</c> where there is one, otherwise all seeders and seed files in the order of their
    /// names, or the one that is named. Each is a transaction of its own. No migration is applied meanwhile.
    /// </summary>
    /// <param name="request">What is to be seeded; the usual when null.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <returns>What each seeder did.</returns>
    /// <exception cref="GodwitException">A seeder is unknown, or failed and did nothing; those before it stay.</exception>
    public async Task<SeedResult> SeedAsync(SeedRequest? request = null, CancellationToken cancellation = default) =>
        await new LockedSeeding(database, await OpenForWritingAsync(cancellation), store, tables, options).RunAsync(request ?? new SeedRequest(), cancellation);

    /// <summary>Writes a new, empty SQL migration into the first of the directories.</summary>
    /// <param name="name">What it does, in any spelling.</param>
    /// <returns>The path of the new file.</returns>
    /// <exception cref="GodwitException">The name is not usable, or the file cannot be written.</exception>
    public string Create(string name) => Create(new NewMigration(name) { Naming = options.Naming, Driver = database.Dialect.Name });

    /// <summary>Writes a new SQL migration.</summary>
    /// <returns>The path of the new file.</returns>
    /// <exception cref="GodwitException">The name is not usable, or the file cannot be written.</exception>
    public string Create(NewMigration migration) => new MigrationFileWriter(options.Clock, options.Root, options.Directories).Create(migration);

    /// <summary>Finds new places for migrations that nobody has applied, after all others. Only reads.</summary>
    /// <param name="revisions">The migrations, or the head of a branch for all of it; none: those that sort before applied ones, the unapplied one of
    /// two with the same version, or the unapplied one of two heads.</param>
    /// <param name="published">What another branch has: all that it lacks moves; null for none.</param>
    /// <param name="cancellation">Cancels the reading of the history.</param>
    /// <exception cref="GodwitException">It is not clear which ones are meant, one of them is applied, or the database cannot be read.</exception>
    public async Task<Rebase> PlanRebaseAsync(IReadOnlyList<string> revisions, Published? published = null, CancellationToken cancellation = default) =>
        new RebasePlanner(await SurveyAsync(cancellation), options.Clock.GetUtcNow().UtcDateTime).Plan(revisions, published);

    /// <summary>Renames the files of migrations, and rewrites what names them in the files of those that are not applied.</summary>
    /// <param name="rebase">What was planned.</param>
    /// <param name="cancellation">Cancels the reading of the history.</param>
    /// <returns>The new paths of the files, absolute.</returns>
    /// <exception cref="GodwitException">A file cannot be written or renamed, or the database cannot be read.</exception>
    public async Task<IReadOnlyList<string>> RebaseAsync(Rebase rebase, CancellationToken cancellation = default)
    {
        if (rebase.IsEmpty) return [];
        var survey = await SurveyAsync(cancellation);
        var unapplied = survey.Migrations.Where(migration => migration is { Applied: null, Source: not null and not AssemblyMigration }).Select(migration => migration.Source!);
        return new RebaseFiles(options.Root).Apply(rebase, unapplied);
    }

    /// <summary>Who holds the lock, as far as can be told; null when nobody does.</summary>
    /// <exception cref="GodwitException">The database cannot be reached.</exception>
    public Task<LockHolder?> LockHolderAsync(CancellationToken cancellation = default) => LockHolderAsync(new Lazy<MigrationLock>(() => database.Lock(tables)), cancellation);

    /// <summary>Ends the run that holds the lock, by force. What it was doing is found and settled by the next run.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="GodwitException">The database cannot be reached, or does not allow it.</exception>
    public async Task<bool> UnlockAsync(CancellationToken cancellation = default) =>
        await OpenForReadingAsync(cancellation) is { } worker
        && await ReadingNow().TryAsync(() => database.Lock(tables).BreakAsync(worker, cancellation), cancellation);

    /// <summary>
    /// Makes the history agree with what a person knows: accepts an edited file, forgets a migration whose file is gone, or
    /// settles one that was left half done. Where a statement was cut off, the decision is about that statement, and the next run goes
    /// on from there; otherwise it is about the whole migration.
    /// </summary>
    /// <param name="revision">The migration.</param>
    /// <param name="decision">What to do about one that was left half done; does not matter otherwise.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <returns>What was done; null when there was nothing to repair.</returns>
    /// <exception cref="GodwitException">The revision names no migration, a decision is needed and was not given, or another run holds the lock.</exception>
    public async Task<RepairAction?> RepairAsync(string revision, RepairDecision decision = RepairDecision.Undecided, CancellationToken cancellation = default)
    {
        var survey = await SettledAsync(cancellation);
        _ = survey.Resolve(revision);
        if (!survey.History.Installed) return null;
        var worker = await OpenForWritingAsync(cancellation);
        var repair = new Repair(worker, store, database.Dialect.Traits);
        var patience = new Patience(options.LockTimeout, emit);
        var reading = new Reading(database, patience);
        if (await reading.TryAsync(() => repair.DecideAsync(survey, revision, decision, cancellation), cancellation) is null) return null;
        await using var held = await new LockQueue(database, worker, tables, options).AcquireAsync(reading, patience, cancellation);
        // another run may have ended meanwhile what it was in the middle of
        var now = SurveyorFor(worker.Splitter).Survey(await ReadHistoryAsync(worker, cancellation));
        if (await reading.TryAsync(() => repair.DecideAsync(now, revision, decision, cancellation), cancellation) is not { } correction) return null;
        await reading.TryAsync(() => repair.WriteAsync(correction, held, cancellation), cancellation);
        return correction.Action;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (session is not null) await session.DisposeAsync();
        session = null;
    }

    private async Task<LockHolder?> LockHolderAsync(Lazy<MigrationLock> runLock, CancellationToken cancellation) =>
        await OpenForReadingAsync(cancellation) is { } worker && (await ReadHistoryAsync(worker, cancellation)).Installed
            ? await ReadingNow().TryAsync(() => runLock.Value.HolderAsync(worker, cancellation), cancellation)
            : null;

    // A migration that a live run is inside of is not one that was left half done: what becomes of it is waited for. It is looked
    // at again as well when nobody holds the lock, because that run may have ended between the two questions. It is one lock that is asked
    // all the time: only who watches a lease for a while can tell that its holder is gone.
    private async Task<Survey> SettledAsync(CancellationToken cancellation)
    {
        var patience = new Patience(options.LockTimeout, emit);
        var runLock = new Lazy<MigrationLock>(() => database.Lock(tables));
        for (var survey = await SurveyAsync(cancellation); ; survey = await SurveyAsync(cancellation))
        {
            if (!survey.Migrations.Any(migration => migration.Standing is Standing.Running)) return survey;
            if (await LockHolderAsync(runLock, cancellation) is { } holder)
            {
                await patience.WaitAsync(holder, "A migration was still being run by another", cancellation);
                continue;
            }

            var again = await SurveyAsync(cancellation);
            if (again.History.Applied.SequenceEqual(survey.History.Applied)) return again;
        }
    }

    private MigrationCatalog Catalog() => MigrationCatalog.Read(options.Root, options.Directories, options.Code, options.Assemblies);

    // What was read by a server's usual rules is read anew where the session turns out to have others (sql_mode).
    private Surveyor SurveyorFor(Sql.ScriptSplitter splitter)
    {
        if (surveyor is null || readBy != splitter) surveyor = new Surveyor(Catalog(), splitter, options.Placeholders, options.Environment);
        readBy = splitter;
        return surveyor;
    }

    // An embedded database that does not exist yet is an empty one to a verb that only reads: it must not create it.
    private async Task<DatabaseSession?> OpenForReadingAsync(CancellationToken cancellation)
    {
        try
        {
            return await SessionAsync(cancellation);
        }
        catch (GodwitException missing) when (missing.Code is ErrorCode.DatabaseMissing && CreatesItself)
        {
            return null;
        }
    }

    private async Task<DatabaseSession> OpenForWritingAsync(CancellationToken cancellation)
    {
        if (session is null && CreatesItself) await database.CreateAsync(cancellation);
        return await SessionAsync(cancellation);
    }

    // One that an earlier verb has lost is of no use to the next.
    private async Task<DatabaseSession> SessionAsync(CancellationToken cancellation)
    {
        if (session is not null && session.Connection.State is not ConnectionState.Open) await DisposeAsync();
        return session ??= await database.OpenAsync(cancellation);
    }

    private bool CreatesItself => database.Dialect.Traits.DatabaseCreation is DatabaseCreation.OnFirstWrite;

    private Task<HistorySnapshot> ReadHistoryAsync(DatabaseSession worker, CancellationToken cancellation) =>
        ReadingNow().TryAsync(() => store.ReadAsync(worker, cancellation), cancellation);

    private Reading ReadingNow() => new(database, new Patience(options.LockTimeout, emit));

    private async Task InstallTablesAsync(DatabaseSession worker, CancellationToken cancellation) =>
        await ReadingNow().TryAsync(async () =>
        {
            await store.InstallAsync(worker, cancellation);
            return true;
        }, cancellation);
}
