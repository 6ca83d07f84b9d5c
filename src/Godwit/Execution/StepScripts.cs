using System.Collections.Immutable;
using System.Text;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// Finds the statements for the steps of a plan. Those of migrations in SQL, and of most in C#, are found before any step is run;
/// a migration in C# that needs the schema waits for its turn.
/// </summary>
internal sealed class StepScripts(HistoryStore store, DatabaseSession? session, Dialect dialect, MigratorOptions options, string? product = null)
{
    private const string TransactionOff = "-- transaction: off\n";
    private const string ForeignKeysOff = "-- foreign keys: off\n";

    private readonly ScriptSplitter splitter = session?.Splitter ?? dialect.Splitter;
    private readonly CodeTranslator translator = new(
        dialect, session?.Generator ?? dialect.GeneratorFor(product ?? dialect.Name), session?.Product ?? product ?? dialect.Name);

    /// <summary>The scripts, in the plan's order.</summary>
    /// <exception cref="GodwitException">A script cannot be run as it is written.</exception>
    internal async Task<ImmutableArray<StepScript>> PrepareAsync(Plan plan, int batch, CancellationToken cancellation)
    {
        var scripts = ImmutableArray.CreateBuilder<StepScript>(plan.Steps.Length);
        foreach (var step in plan.Steps)
        {
            var record = Record(step, batch);
            scripts.Add(IsCode(step) ? AtOnce(step, record) ?? StepScript.Waiting(step, record) : await OfSqlAsync(step, record, cancellation));
        }

        return scripts.MoveToImmutable();
    }

    /// <summary>What the history is told of a migration that is recorded as applied without being run.</summary>
    /// <exception cref="GodwitException">What its code describes cannot be done on this database.</exception>
    internal HistoryRecord RecordOf(MigrationStanding migration, int batch)
    {
        var step = new PlanStep(migration, StepAction.Apply);
        var record = Record(step, batch);
        return IsCode(step) ? OfCode(step, record, null)?.Record ?? record : record;
    }

    /// <summary>The script of a step without a database.</summary>
    /// <param name="step">The step.</param>
    /// <param name="schema">The schema before the migration is applied, or, for a down that is written out, before it is undone; null to try without.</param>
    /// <returns>The script; null when the schema is needed for it.</returns>
    /// <exception cref="GodwitException">The script cannot be run as it is written, or the migration cannot be done to the schema.</exception>
    internal StepScript? Find(PlanStep step, DatabaseSchema? schema)
    {
        var record = Record(step, batch: 1);
        if (!IsCode(step)) return OfSql(step, record, Section(step));
        if (step.Direction is Direction.Up || MigrationDescription.HasDown(step.Migration.Script!.Code!)) return OfCode(step, record, schema);
        var (code, file) = (step.Migration.Script.Code!, step.Migration.Source!.Path);
        if (translator.Up(code, file, schema) is not { } up) return null;
        if ((up.Undo ?? translator.Down(code, file, schema)) is not { } undo) return null;
        var section = step.Migration.Script.Up with { Statements = undo.Statements, ForeignKeys = undo.ForeignKeys };
        return OfSql(step, record, section);
    }

    /// <summary>The script of a step whose turn has come.</summary>
    /// <exception cref="GodwitException">The migration cannot be done to the schema as it is.</exception>
    internal async Task<StepScript> SettleAsync(StepScript waiting, CancellationToken cancellation)
    {
        if (waiting.Step.Migration.Standing is Standing.Running or Standing.Failed) return await ResumeAsync(waiting, cancellation);
        return OfCode(waiting.Step, waiting.Record, await session!.ReadSchemaForAsync([waiting.Step], cancellation))!;
    }

    /// <summary>All scripts, as they would be if each step ran: the schema after one is what the next begins with.</summary>
    internal async Task<ImmutableArray<StepScript>> ForeseeAsync(Plan plan, int batch, CancellationToken cancellation)
    {
        var scripts = await PrepareAsync(plan, batch, cancellation);
        if (scripts.All(script => !script.IsWaiting)) return scripts;
        DatabaseSchema? schema = session is null ? new DatabaseSchema(dialect.Name) : dialect.Normalize(await session.ReadSchemaForAsync(plan.Steps, cancellation));
        return
        [
            .. scripts.Select(script =>
            {
                if (!IsCode(script.Step)) return script;
                var foreseen = OfCode(script.Step, script.Record, schema)!;
                schema = dialect.Normalize(foreseen.After!);
                return foreseen;
            }),
        ];
    }

    // Where an earlier run stopped inside it, the schema tells how far it came.
    private StepScript? AtOnce(PlanStep step, HistoryRecord record) =>
        step.Migration.Standing is Standing.Running or Standing.Failed ? null : OfCode(step, record, null);

    private static bool IsCode(PlanStep step) =>
        step.Action is not (StepAction.Forget or StepAction.UndoFromHistory or StepAction.Succeed) && step.Migration.Script?.Code is not null;

    // What an earlier run has done of it is in the schema already; what undoes it was kept before the first statement was run.
    private async Task<StepScript> ResumeAsync(StepScript waiting, CancellationToken cancellation)
    {
        var journal = await store.ReadJournalAsync(session!, waiting.Record.Id, waiting.Step.Direction, cancellation);
        var orphan = new OrphanedStatement(session!, store.Sql, options.LockTimeout, options.OnEvent ?? (_ => { }));
        foreach (var running in journal.Where(entry => entry.State is StepState.Running)) await orphan.AwaitAsync(running, cancellation);
        var script = OfCode(waiting.Step, waiting.Record, await session!.ReadSchemaForAsync([waiting.Step], cancellation), journal)!;
        if (waiting.Step.Direction is Direction.Down || journal.IsEmpty) return script;
        return script with { Record = waiting.Record with { DownSql = await store.ReadDownSqlAsync(session!, waiting.Record.Id, cancellation) } };
    }

    private StepScript? OfCode(PlanStep step, HistoryRecord record, DatabaseSchema? schema, ImmutableArray<JournalEntry>? journal = null)
    {
        var script = step.Migration.Script!;
        var file = step.Migration.Source!.Path;
        var translation = step.Direction is Direction.Up
            ? translator.Up(script.Code!, file, schema, journal)
            : translator.Down(script.Code!, file, schema, journal);
        if (translation is null) return null;
        var section = Limited(script.Up with { Statements = translation.Statements, ForeignKeys = translation.ForeignKeys });
        return new StepScript(step, section, Segmenter.Divide(section, splitter), record with { DownSql = Undo(script, translation) is { } undo ? Kept(undo, section.Transaction) : null })
        {
            After = translation.After,
            Notices = script.Replaced is null ? UndoNotices.Of(step.Migration, translation) : [],
        };
    }

    // What is derived for a baseline would drop everything: only its author can mean that.
    private static Translation? Undo(MigrationScript script, Translation translation) =>
        script.Replaced is null || MigrationDescription.HasDown(script.Code!) ? translation.Undo : null;

    private async Task<StepScript> OfSqlAsync(PlanStep step, HistoryRecord record, CancellationToken cancellation)
    {
        var kept = step.Action is StepAction.UndoFromHistory ? await store.ReadDownSqlAsync(session!, step.Id, cancellation) ?? "" : null;
        return OfSql(step, record, kept is null ? Section(step) : FromHistory(step.Id, kept));
    }

    private StepScript OfSql(PlanStep step, HistoryRecord record, MigrationSection section) => new(step, Limited(section), Segmenter.Divide(section, splitter), record);

    private static MigrationSection Section(PlanStep step) => step.Action switch
    {
        StepAction.Forget or StepAction.Succeed => new MigrationSection([], TransactionMode.On, null),
        StepAction.Undo => step.Migration.Script!.Down!,
        _ => step.Migration.Script!.Up,
    };

    // Where the server does not watch the time, the client does.
    private MigrationSection Limited(MigrationSection section) =>
        section.Timeout is not null || options.StatementTimeout is null || dialect.Traits.LimitStatementsInTransaction is not null
            ? section
            : section with { Timeout = options.StatementTimeout };

    private MigrationSection FromHistory(string id, string sql)
    {
        var source = new SourceText($"the down of {id} in the history", sql);
        var start = 0;
        var mode = Takes(TransactionOff) ? TransactionMode.Off : TransactionMode.On;
        var foreignKeys = Takes(ForeignKeysOff) ? ForeignKeyEnforcement.Suspended : ForeignKeyEnforcement.AsItIs;
        return new MigrationSection(splitter.Split(source, start, sql.Length), mode, null) { ForeignKeys = foreignKeys };

        bool Takes(string line)
        {
            if (!sql.AsSpan(start).StartsWith(line)) return false;
            start += line.Length;
            return true;
        }
    }

    private HistoryRecord Record(PlanStep step, int batch) => new(
        step.Id, batch, step.Migration.Checksum?.Text ?? step.Migration.Applied?.Checksum ?? "", options.AppliedBy, GodwitVersion.Current,
        step.Direction is Direction.Up && step.Migration.Script is { Code: null, Down: { } down } ? Kept(down) : null);

    private static string Kept(Translation undo, TransactionMode transaction) =>
        Kept(new MigrationSection(undo.Statements, transaction, null) { ForeignKeys = undo.ForeignKeys });

    private static string Kept(MigrationSection down)
    {
        var text = new StringBuilder();
        if (down.Transaction is TransactionMode.Off) text.Append(TransactionOff);
        if (down.ForeignKeys is ForeignKeyEnforcement.Suspended) text.Append(ForeignKeysOff);
        foreach (var statement in down.Statements) text.Append(statement.Text).Append(";\n");
        return text.ToString();
    }
}
