using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

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
    private readonly StepObserver message;
    private readonly HistorySql sql;

    // What is yet to be noted travels with the next message: that the migration is begun, that a statement is done.
    private readonly List<SqlStatement> notes = [];

    internal JournaledStep(RunContext context, StepScript script)
    {
        this.context = context;
        this.script = script;
        failures = new Failures(context);
        hashes = StatementChain.Of(script.Section.Statements);
        message = new StepObserver(context);
        sql = context.Store.Sql;
    }

    internal async Task RunAsync(CancellationToken cancellation)
    {
        var done = await new JournalReview(context, script, hashes).LastDoneAsync(cancellation);
        var started = Stopwatch.GetTimestamp();
        NoteBeginning();
        foreach (var segment in script.Segments)
        {
            if (segment.Last <= done) continue;
            if (segment.Mode is SegmentMode.Autocommit) await RunAloneAsync(segment, cancellation);
            else await RunTransactionAsync(Remaining(segment, done), cancellation);
        }

        await EndAsync((long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, cancellation);
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
        Transaction();
        RecordNotes();
        Record(sql.Journal(running, context.Held.FencedToken));
        message.Add(script, new SqlStatement("COMMIT"), StatementRole.Commit);
        if (context.Traits.Pipelining is Pipelining.SkipsAfterFailure)
        {
            // what is refused inside a transaction is refused inside a pipeline as well
            await SendAsync(segment, cancellation);
            message.Clear();
        }

        message.Add(script, statement, StatementRole.Work, segment.First);
        await SendAsync(segment, cancellation);
        notes.Add(sql.JournalState(running with { State = StepState.Done }, StepOutcome.Answer));
    }

    private async Task RunTransactionAsync(Segment segment, CancellationToken cancellation)
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

        RecordNotes();
        // In a transaction of the script's own this note is the fence: it finds no token where another run has raised it.
        message.Add(script, sql.Journal(Entry(segment, StepState.Done), own ? context.Held.Token : context.Held.FencedToken),
            own ? StatementRole.Fence : StatementRole.Record);
        for (var i = own ? 1 : 0; i < statements.Length; i++) message.Add(script, statements[i], StatementRole.Work, segment.First + i);
        if (!own) message.Add(script, new SqlStatement("COMMIT"), StatementRole.Commit);
        await SendAsync(segment, cancellation);
    }

    private async Task EndAsync(long milliseconds, CancellationToken cancellation)
    {
        Transaction();
        RecordNotes();
        foreach (var record in Ending(milliseconds)) Record(record);
        message.Add(script, new SqlStatement("COMMIT"), StatementRole.LastCommit);
        await SendAsync(null, cancellation);
    }

    private SqlStatement[] Ending(long milliseconds) => script.Step.Direction is Direction.Down
        ? [sql.Remove(script.Record.Id), sql.ForgetJournal(script.Record.Id)]
        : [sql.MarkApplied(script.Record, milliseconds.ToString(CultureInfo.InvariantCulture))];

    private void Transaction()
    {
        message.Clear();
        message.Add(script, new SqlStatement(context.Traits.Begin), StatementRole.Begin);
        foreach (var fence in context.Held.Fence) message.Add(script, fence, StatementRole.Fence);
    }

    private void RecordNotes()
    {
        foreach (var note in notes) Record(note);
        notes.Clear();
    }

    private void Record(SqlStatement statement) => message.Add(script, statement, StatementRole.Record);

    private async Task SendAsync(Segment? segment, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (script.Section.Timeout is { } limit) limited.CancelAfter(limit * Math.Max(1, segment?.Statements.Length ?? 1));
        try
        {
            await context.Session.RunAsync(message.Statements, message, limited.Token);
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(context.Session);
            if (failures.BrokeFence(failure, message)) throw new FenceBrokenException(failure);
            if (failure.Error.Kind is not DatabaseErrorKind.ConnectionLost && message.RoleAt(failure.Index) is StatementRole.Work) await NoteFailureAsync(segment!, failure);
            throw failures.OfPart(failure, message, script, segment, cancellation.IsCancellationRequested ? null : script.Section.Timeout);
        }
    }

    private async Task NoteFailureAsync(Segment segment, StatementException failure)
    {
        List<SqlStatement> failed = [new(context.Traits.Begin), .. context.Held.Fence];
        if (segment.Mode is SegmentMode.Autocommit)
            failed.Add(sql.JournalState(Entry(segment, StepState.Failed) with { Error = failure.Error.Message }, StepOutcome.Answer));
        failed.Add(sql.MarkState(script.Record.Id, MigrationState.Failed));
        failed.Add(new SqlStatement("COMMIT"));
        using var patience = new CancellationTokenSource(LongestTidying);
        try
        {
            if (segment.Mode is SegmentMode.Autocommit && failure.Error.Kind is not DatabaseErrorKind.AlreadyExists)
                await context.Session.ProbeAsync(segment.Statements[0], patience.Token);
            await context.Session.RunAsync(failed, SilentObserver.Instance, CancellationToken.None);
            context.Held.Committed();
        }
        catch (StatementException)
        {
            // The note stays 'running', which the next run resolves by asking the database; the failure itself is reported.
            await Rollback.QuietlyAsync(context.Session);
        }
    }

    private JournalEntry Entry(Segment segment, StepState state) =>
        new(script.Record.Id, script.Step.Direction, segment.Last, hashes[segment.Last], state, null);
}
