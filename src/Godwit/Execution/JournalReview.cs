using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Reads what earlier runs noted about a migration, and settles what they left open.</summary>
/// <param name="context">What every part of the run works with.</param>
/// <param name="script">The migration.</param>
/// <param name="hashes">The hash of each of its statements over all before it.</param>
/// <param name="setSession">Sets in the session what the statements up to a place set: names mean what they meant to the one after it.</param>
internal sealed class JournalReview(RunContext context, StepScript script, ImmutableArray<string> hashes, Func<int, CancellationToken, Task> setSession)
{
    private readonly HistorySql sql = context.Store.Sql;

    /// <summary>The key that a walk through ranges goes on with; null when none was cut off.</summary>
    internal long? Position { get; private set; }

    /// <summary>The place of the last statement whose effect is there; -1 when none is.</summary>
    /// <exception cref="GodwitException">The statements that are done were edited, or a step cannot be settled.</exception>
    internal async Task<int> LastDoneAsync(CancellationToken cancellation)
    {
        // Where no run has stopped, the journal tells of an application that is over.
        if (script.Step.Migration.Standing is not (Standing.Running or Standing.Failed)) return -1;
        var entries = await context.Store.ReadJournalAsync(context.Session, script.Record.Id, script.Step.Direction, cancellation);
        var done = -1;
        foreach (var entry in entries)
        {
            if (entry.State is StepState.Done)
            {
                if (!Matches(entry)) throw InDoubt.PrefixEdited(script, entry);
                done = entry.Index;
            }
            else if (entry.State is StepState.Running && Matches(entry) && script.Section.Statements[entry.Index].Ranges is not null)
            {
                Position = entry.Position;
            }
            else if (await SettleAsync(entry, cancellation) is StepState.Done)
            {
                done = entry.Index;
            }
        }

        return done;
    }

    private bool Matches(JournalEntry entry) => entry.Index < hashes.Length && hashes[entry.Index] == entry.Hash;

    // A step that was refused left nothing but, on PostgreSQL, an invalid index, which the probe clears away. It may have been
    // edited since: that is the fix. A step that was cut off must be the same, or nobody can say what it did.
    private async Task<StepState> SettleAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var unchanged = Matches(entry);
        if (entry.State is StepState.Running) await new OrphanedStatement(context.Session, sql, context.LockTimeout, context.Emit).AwaitAsync(entry, cancellation);
        if (entry.State is StepState.Running && !unchanged) throw InDoubt.CutOffAndEdited(script, entry);
        if (unchanged) await setSession(entry.Index - 1, cancellation);
        var effect = unchanged ? await ProbeAsync(script.Section.Statements[entry.Index], cancellation) : StatementEffect.Absent;
        if (entry.State is StepState.Failed) effect = StatementEffect.Absent;
        else context.Emit(new ExecutionEvent.StepProbed(entry.Migration, entry.Direction, script.Section.Statements[entry.Index], effect));
        switch (effect)
        {
            case StatementEffect.Present:
                await NoteAsync(sql.JournalState(entry with { State = StepState.Done }, StepOutcome.Probe), cancellation);
                return StepState.Done;
            case StatementEffect.Absent:
                await NoteAsync(sql.ForgetStep(entry), cancellation);
                return StepState.Failed;
            default:
                throw InDoubt.Unclear(script, entry);
        }
    }

    private async Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation)
    {
        if (statement.Code is not null) return StatementEffect.Unclear;
        return statement.IsThere switch
        {
            true => StatementEffect.Present,
            false => StatementEffect.Absent,
            null => await context.Session.ProbeAsync(statement, cancellation),
        };
    }

    private async Task NoteAsync(SqlStatement note, CancellationToken cancellation)
    {
        var fence = context.Held.Fence;
        try
        {
            await context.Session.RunAsync([new(context.Traits.Begin), .. fence, note, .. context.Held.Seal, new("COMMIT")], SilentObserver.Instance, cancellation);
        }
        catch (StatementException failure) when (failure.Index > 0 && failure.Index <= fence.Count && Failures.IsVerdict(failure.Error))
        {
            await Rollback.QuietlyAsync(context.Session);
            throw new FenceBrokenException(failure);
        }

        context.Held.Committed();
    }
}
