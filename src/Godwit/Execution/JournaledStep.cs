using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>The end of a migration all of whose statements are done, and of which the history is yet to be told.</summary>
/// <param name="Script">The migration.</param>
/// <param name="Notes">What the history and the journal are to be told.</param>
/// <param name="Message">What has told of the migration so far.</param>
internal sealed record UnnotedEnd(StepScript Script, ImmutableArray<SqlStatement> Notes, StepObserver Message);

/// <summary>
/// Runs a migration that cannot be one transaction, part by part, with a note in the journal before and after each. A run that
/// is cut off leaves notes from which the next one knows where to go on.
/// </summary>
internal sealed class JournaledStep
{
    // To drop what a failed or cancelled index build has left may have to wait for others who use the table.
    private static readonly TimeSpan LongestTidying = TimeSpan.FromSeconds(10);

    private readonly RunContext context;
    private readonly StepScript script;
    private readonly Failures failures;
    private readonly ImmutableArray<string> hashes;
    private readonly HistorySql sql;
    private StepObserver message;

    // What is yet to be noted travels with the next message: that the migration is begun, that a statement is done.
    private readonly List<SqlStatement> notes = [];

    // That the last statement outside any transaction is done, until the message which holds this note is through; also that the migration
    // before is. Where that message fails, the notes are made without it: nobody could tell later of a statement that the catalog says nothing of.
    private ImmutableArray<SqlStatement> unsaved = [];

    // The migration before, until the message in which its end travels is through.
    private StepScript? ending;

    private LockAttempts attempts;

    internal JournaledStep(RunContext context, StepScript script)
    {
        this.context = context;
        this.script = script;
        failures = new Failures(context);
        hashes = StatementChain.Of(script.Section.Statements);
        message = new StepObserver(context);
        sql = context.Store.Sql;
        attempts = new LockAttempts(context, script);
    }

    /// <summary>Whether the end of a migration may be noted together with the beginning of the next: both are statements that end any transaction themselves.</summary>
    internal static bool CanJoin(StepScript script, StepScript next, DialectTraits traits) =>
        traits.DdlTransactions is DdlTransactions.ImplicitCommit && CanJoin(script) && CanJoin(next);

    /// <summary>Runs it.</summary>
    /// <param name="before">The migration before, where its end is not noted yet.</param>
    /// <param name="joined">Whether the next migration notes the end of this one.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <returns>What the next migration has to note; null when this one is over.</returns>
    internal async Task<UnnotedEnd?> RunAsync(UnnotedEnd? before, bool joined, CancellationToken cancellation)
    {
        if (before is not null) TakeOver(before);
        var review = new JournalReview(context, script, hashes, SetSessionAsync);
        var done = await ReviewAsync(review, cancellation);
        RequireVariables(done);
        var started = Stopwatch.GetTimestamp();
        await SetSessionAsync(done, cancellation);
        NoteBeginning();
        foreach (var segment in script.Segments)
        {
            if (segment.Last <= done) continue;
            switch (segment.Mode)
            {
                case SegmentMode.Autocommit: await RunAloneAsync(segment, cancellation); break;
                case SegmentMode.Ranges: await RunRangesAsync(segment, review.Position, cancellation); break;
                default: await RunTransactionAsync(Remaining(segment, done), cancellation); break;
            }
        }

        var records = Ending((long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (joined) return new UnnotedEnd(script, [.. notes, .. records], message);
        await EndAsync(records, cancellation);
        return null;
    }

    private static bool CanJoin(StepScript script) =>
        script is { IsWaiting: false, Section.ForeignKeys: ForeignKeyEnforcement.AsItIs }
        && script.Step.Migration.Standing is not (Standing.Running or Standing.Failed)
        && script.Segments is [{ Mode: SegmentMode.Autocommit }, ..];

    // What is told of both migrations is told in one order.
    private void TakeOver(UnnotedEnd before)
    {
        ending = before.Script;
        unsaved = before.Notes;
        notes.AddRange(before.Notes);
        message = before.Message;
    }

    private async Task<int> ReviewAsync(JournalReview review, CancellationToken cancellation)
    {
        try
        {
            return await review.LastDoneAsync(cancellation);
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(context.Session);
            throw failures.OfReview(failure, script);
        }
    }

    // What an earlier run set (SET, PRAGMA) was gone with its session: a table that is dropped while foreign keys are checked takes
    // rows of others with it.
    private async Task SetSessionAsync(int done, CancellationToken cancellation)
    {
        message.Clear();
        for (var i = 0; i <= done; i++)
        {
            var statement = script.Section.Statements[i];
            if (statement is { DoneAs: null, Code: null, Ranges: null } && context.Session.Splitter.SetsSession(statement))
                message.Add(script, statement, StatementRole.Setting, i);
        }

        if (message.Statements.Count > 0) await SendAsync(null, cancellation);
    }

    private void RequireVariables(int done)
    {
        var statements = script.Section.Statements;
        if (done >= 0 && context.Session.Splitter.FindLost(statements[..(done + 1)], statements[(done + 1)..]) is { } lost) throw InDoubt.VariableLost(script, done, lost);
    }

    // A transaction of an earlier version of the file may have ended in the middle of one of this version.
    private static Segment Remaining(Segment segment, int done) =>
        done < segment.First ? segment : new Segment(segment.Mode, done + 1, segment.Statements[(done + 1 - segment.First)..]);

    private void NoteBeginning()
    {
        if (script.Step.Action is StepAction.Reapply) notes.Add(sql.ForgetJournal(script.Record.Id));
        notes.Add(script.Step.Action is StepAction.Apply ? sql.RecordRunning(script.Record) : sql.MarkState(script.Record.Id, MigrationState.Running));
    }

    private async Task RunAloneAsync(Segment segment, CancellationToken cancellation)
    {
        var statement = segment.Statements[0];
        var running = Entry(segment, StepState.Running);
        var noted = TakeNotes();
        attempts = new LockAttempts(context, script);
        // what is refused inside a transaction is refused inside a pipeline as well
        var goesAlone = context.Traits.Pipelining is Pipelining.SkipsAfterFailure;
        if (goesAlone) await TryAsync(segment, _ => Note(), cancellation);
        await TryAsync(segment, refused =>
        {
            if (goesAlone || refused is StatementRole.Work) message.Clear();
            else Note();
            message.Add(script, statement.Tagged(sql.Tag(running)), StatementRole.Work, segment.First);
        }, cancellation);
        unsaved = [sql.JournalState(running with { State = StepState.Done }, StepOutcome.Answer)];
        notes.AddRange(unsaved);

        void Note()
        {
            Transaction();
            foreach (var note in noted) Record(note);
            Record(sql.Journal(running, context.Held.FencedToken));
            message.AddCommit(ending ?? script, ending is null ? StatementRole.Commit : StatementRole.LastCommit);
            if (context.Traits.WatchClient is { } watch) Record(new SqlStatement(watch));
        }
    }

    // Composes a message and sends it, and again as often as it does not get a lock; it is told what was refused then.
    private async Task TryAsync(Segment? segment, Action<StatementRole?> compose, CancellationToken cancellation)
    {
        StatementRole? refused = null;
        while (true)
        {
            try
            {
                compose(refused);
                await SendAsync(segment, cancellation);
                return;
            }
            catch (BlockedException blocked)
            {
                // the wait may be long, and the run may be cut off in it
                await NoteAsync(unsaved);
                refused = message.RoleAt(blocked.Failure.Index);
                if (!await attempts.AgainAsync(blocked.Failure, message, cancellation)) throw await FailedAsync(segment, blocked.Failure, cancellation);
            }
        }
    }

    // Each range is a transaction together with the note of where the next one begins, so that a walk which was cut off goes on
    // there, and no row is changed twice. Where that next one ends is asked in the same transaction: a range is one message, and where it
    // is tried again all of it is.
    private async Task RunRangesAsync(Segment segment, long? position, CancellationToken cancellation)
    {
        var ranges = segment.Statements[0].Ranges!;
        var entry = Entry(segment, StepState.Running);
        var next = position ?? await NumberAsync(segment, ranges.First, cancellation);
        var last = await NumberAsync(segment, ranges.Last, cancellation);
        var done = sql.JournalState(entry with { State = StepState.Done }, StepOutcome.Answer);
        if (position is null) notes.Add(sql.Journal(entry, context.Held.FencedToken));
        if (next is null) notes.Add(done);
        var to = next is { } start ? await NumberAsync(segment, ranges.Boundary(start), cancellation) : null;
        for (var number = 1; next is { } from; number++)
        {
            string? beyond = null;
            SqlStatement[] noted = [.. notes];
            attempts = new LockAttempts(context, script);
            await TryAsync(segment, _ => Compose(), cancellation);
            notes.Clear();
            context.Emit(new ExecutionEvent.RangeCompleted(script.Step, segment.First, number, to ?? last ?? from, last ?? from));
            if (to is not null && ranges.Pause > TimeSpan.Zero) await Task.Delay(ranges.Pause, cancellation);
            (next, to) = (to, Number(beyond));

            void Compose()
            {
                beyond = null;
                Transaction();
                foreach (var note in noted) Record(note);
                message.Add(script, ranges.Update(from, to), StatementRole.Range, segment.First);
                Record(to is { } reached ? sql.JournalPosition(entry, reached) : done);
                if (to is { } end) message.Add(script, new SqlStatement(ranges.Boundary(end)) { Row = row => beyond = DatabaseSession.Text(row) }, StatementRole.Boundary, segment.First);
                message.AddCommit(script, StatementRole.Commit);
            }
        }
    }

    private async Task<long?> NumberAsync(Segment segment, string query, CancellationToken cancellation)
    {
        message.Clear();
        message.Add(script, new SqlStatement(query, segment.Statements[0].Location), StatementRole.Boundary, segment.First);
        try
        {
            return Number(await context.Session.ScalarAsync(query, cancellation));
        }
        catch (StatementException failure)
        {
            if (failures.BrokeFence(failure, message)) throw new FenceBrokenException(failure);
            if (failure.Error.Kind is not DatabaseErrorKind.ConnectionLost) await NoteAsync(unsaved);
            throw failures.OfPart(failure, message, script, segment, null);
        }
    }

    private static long? Number(string? text) => text is null ? null : long.Parse(text, CultureInfo.InvariantCulture);

    private async Task RunTransactionAsync(Segment segment, CancellationToken cancellation)
    {
        var noted = TakeNotes();
        attempts = new LockAttempts(context, script);
        await TryAsync(segment, _ => Compose(segment, noted), cancellation);
    }

    private void Compose(Segment segment, SqlStatement[] noted)
    {
        var own = segment.Mode is SegmentMode.OwnTransaction;
        var statements = segment.Statements;
        if (own)
        {
            message.Clear();
            message.Add(script, statements[0], StatementRole.Work, segment.First);
        }
        else
        {
            Transaction();
        }

        foreach (var note in noted) Record(note);
        // In a transaction of the script's own this note is the fence: it finds no token where another run has raised it.
        message.Add(script, sql.Journal(Entry(segment, StepState.Done), own ? context.Held.Token : context.Held.FencedToken),
            own ? StatementRole.Fence : StatementRole.Record);
        for (var i = own ? 1 : 0; i < statements.Length; i++) message.Add(script, statements[i], StatementRole.Work, segment.First + i);
        if (!own) message.AddCommit(script, StatementRole.Commit);
    }

    private async Task EndAsync(SqlStatement[] records, CancellationToken cancellation)
    {
        SqlStatement[] noted = [.. TakeNotes(), .. records];
        attempts = new LockAttempts(context, script);
        await TryAsync(null, _ =>
        {
            Transaction();
            foreach (var note in noted) Record(note);
            message.AddCommit(script, StatementRole.LastCommit);
        }, cancellation);
    }

    private SqlStatement[] Ending(long milliseconds) => script.Step.Direction is Direction.Down
        ? [sql.Remove(script.Record.Id), sql.ForgetJournal(script.Record.Id)]
        : [sql.MarkApplied(script.Record, milliseconds.ToString(CultureInfo.InvariantCulture))];

    private void Transaction()
    {
        message.Clear();
        var owner = ending ?? script;
        message.Add(owner, new SqlStatement(context.Traits.Begin), StatementRole.Begin);
        foreach (var fence in context.Held.Fence) message.Add(owner, fence, StatementRole.Fence);
        foreach (var limit in attempts.Limits()) message.Add(owner, limit, StatementRole.Limit);
    }

    private SqlStatement[] TakeNotes()
    {
        SqlStatement[] taken = [.. notes];
        notes.Clear();
        return taken;
    }

    private void Record(SqlStatement statement) => message.Add(ending ?? script, statement, StatementRole.Record);

    private async Task SendAsync(Segment? segment, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (script.Section.Timeout is { } limit) limited.CancelAfter(limit * Math.Max(1, segment?.Statements.Length ?? 1));
        try
        {
            await context.Session.RunAsync(message.Statements, message, limited.Token);
            unsaved = [];
            ending = null;
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(context.Session);
            if (failures.BrokeFence(failure, message)) throw new FenceBrokenException(failure);
            if (CanBeTriedAgain(segment, failure)) throw new BlockedException(failure);
            throw await FailedAsync(segment, failure, cancellation);
        }
    }

    private async Task<Exception> FailedAsync(Segment? segment, StatementException failure, CancellationToken cancellation)
    {
        var role = message.RoleAt(failure.Index);
        if (failure.Error.Kind is not DatabaseErrorKind.ConnectionLost)
        {
            if (role is StatementRole.Work or StatementRole.Range) await NoteFailureAsync(segment!, failure);
            else if (await NoteAsync(unsaved) && ending is not null) context.Emit(new ExecutionEvent.StepCompleted(ending.Step, Stopwatch.GetElapsedTime(message.Started)));
        }

        return failure.Error.Kind is DatabaseErrorKind.Busy && role is StatementRole.Begin
            ? new BusyException(failure)
            : failures.OfPart(failure, message, script, segment, cancellation.IsCancellationRequested ? null : script.Section.Timeout);
    }

    // A transaction as a whole: also one of notes only, which a node of a cluster may roll back at any moment. A statement outside of any only
    // where the database undoes it by itself when it fails: what a concurrent build of an index has left has to be looked at first.
    private bool CanBeTriedAgain(Segment? segment, StatementException failure) =>
        LockAttempts.IsBlocked(failure, message)
        && message.RoleAt(failure.Index) is not StatementRole.Setting
        && (segment is null || SessionSettings.AreTheSameAgain(segment.Statements, context.Session.Splitter))
        && (segment?.Mode is not SegmentMode.Autocommit
            || message.RoleAt(failure.Index) is not StatementRole.Work
            || context.Traits.DdlTransactions is DdlTransactions.ImplicitCommit);

    private async Task NoteFailureAsync(Segment segment, StatementException failure)
    {
        List<SqlStatement> failed = [.. unsaved];
        var isTidy = segment.Mode is not SegmentMode.Autocommit || failure.Error.Kind is DatabaseErrorKind.AlreadyExists || await TidyAsync(segment.Statements[0]);
        if (segment.Mode is SegmentMode.Autocommit && isTidy)
            failed.Add(sql.JournalState(Entry(segment, StepState.Failed) with { Error = failure.Error.Message }, StepOutcome.Answer));
        if (isTidy) failed.Add(sql.MarkState(script.Record.Id, MigrationState.Failed));
        await NoteAsync(failed);
    }

    // What a failed index build has left is cleared away by the probe. Where that fails, the note stays 'running' and the next run does it.
    private async Task<bool> TidyAsync(SqlStatement statement)
    {
        using var patience = new CancellationTokenSource(LongestTidying);
        try
        {
            await context.Session.ProbeAsync(statement, patience.Token);
            return true;
        }
        catch (StatementException)
        {
            await Rollback.QuietlyAsync(context.Session);
            return false;
        }
    }

    private async Task<bool> NoteAsync(IReadOnlyCollection<SqlStatement> known)
    {
        if (known.Count == 0) return true;
        try
        {
            await context.Session.RunAsync(
                [new(context.Traits.Begin), .. context.Held.Fence, .. known, .. context.Held.Seal, new SqlStatement("COMMIT")], SilentObserver.Instance, CancellationToken.None);
            context.Held.Committed();
            return true;
        }
        catch (StatementException)
        {
            // The note stays 'running', which the next run resolves by asking the database; the failure itself is reported.
            await Rollback.QuietlyAsync(context.Session);
            return false;
        }
    }

    private JournalEntry Entry(Segment segment, StepState state) =>
        new(script.Record.Id, script.Step.Direction, segment.Last, hashes[segment.Last], state, null);
}
