using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Makes the history agree with what a person knows to be so. It never touches anything but Godwit's own tables.</summary>
internal sealed class Repair(DatabaseSession session, HistoryStore store, DialectTraits traits)
{
    /// <summary>What is to be written, as far as can be told without the lock; null where nothing is wrong.</summary>
    /// <exception cref="GodwitException">A decision is needed and was not given.</exception>
    internal async Task<Correction?> DecideAsync(Survey survey, string revision, RepairDecision decision, CancellationToken cancellation)
    {
        var id = survey.Resolve(revision);
        var migration = survey.Migrations.FirstOrDefault(candidate => candidate.Id.Equals(id));
        return migration?.Standing switch
        {
            Standing.Edited => new Correction(RepairAction.ChecksumAccepted, [store.Sql.SetChecksum(migration.Id.Text, migration.Checksum!.Text)]),
            Standing.Missing => new Correction(RepairAction.Forgotten, Gone(migration.Id.Text)),
            Standing.Running or Standing.Failed => await SettleAsync(migration, decision, cancellation),
            _ => null,
        };
    }

    /// <summary>Writes it, under the lock.</summary>
    /// <exception cref="StatementException">The database refused it, or another run has taken the lock.</exception>
    internal async Task<Correction> WriteAsync(Correction correction, HeldLock held, CancellationToken cancellation)
    {
        try
        {
            await session.RunAsync([new(traits.Begin), .. held.Fence, .. correction.Statements, .. held.Seal, new("COMMIT")], SilentObserver.Instance, cancellation);
        }
        catch (StatementException)
        {
            await Rollback.QuietlyAsync(session);
            throw;
        }

        held.Committed();
        return correction;
    }

    private async Task<Correction> SettleAsync(MigrationStanding migration, RepairDecision decision, CancellationToken cancellation)
    {
        var id = migration.Id.Text;
        var isBeingUndone = migration.Applied!.IsBeingUndone;
        var cutOff = await FindCutOffAsync(id, isBeingUndone ? Direction.Down : Direction.Up, cancellation);
        if (decision is RepairDecision.Undecided) throw Undecided(migration, cutOff);
        if (cutOff is not null)
        {
            return decision is RepairDecision.Done
                ? new Correction(RepairAction.StatementDone, [store.Sql.JournalState(cutOff with { State = StepState.Done }, StepOutcome.Repair)])
                : new Correction(RepairAction.StatementPending, [store.Sql.ForgetStep(cutOff)]);
        }

        return decision is RepairDecision.Done != isBeingUndone
            ? new Correction(RepairAction.MarkedApplied,
            [
                store.Sql.MarkState(id, MigrationState.Applied), store.Sql.ForgetJournal(id),
                store.Sql.SetChecksum(id, migration.Checksum?.Text ?? migration.Applied.Checksum),
            ])
            : new Correction(RepairAction.MarkedPending, Gone(id));
    }

    // A walk through ranges is never in doubt: each range is a transaction with the note of where the next begins.
    private async Task<JournalEntry?> FindCutOffAsync(string id, Direction direction, CancellationToken cancellation)
    {
        var journal = await store.ReadJournalAsync(session, id, direction, cancellation);
        return journal.FirstOrDefault(entry => entry is { State: StepState.Running, Position: null });
    }

    private static GodwitException Undecided(MigrationStanding migration, JournalEntry? cutOff)
    {
        var id = migration.Id.Text;
        var what = cutOff is null
            ? $"{id} was left half done; what is to become of it must be said."
            : $"A run was cut off inside statement {cutOff.Index + 1} of {id}; whether the statement took effect must be said.";
        var remedy = cutOff is null
            ? $"Look in the database what is there. Then: godwit repair {id} --done if all of it is, --retry if nothing of it is."
            : $"godwit migrate asks the database itself where it can. Otherwise look there, then: godwit repair {id} --done if it did, --retry if it did not.";
        return new GodwitException(ErrorCode.InDoubt, what, remedy, migration.Location, "Nothing was changed.");
    }

    private ImmutableArray<SqlStatement> Gone(string id) => [store.Sql.Remove(id), store.Sql.ForgetJournal(id)];
}

/// <summary>What a repair writes.</summary>
/// <param name="Action">What it amounts to.</param>
/// <param name="Statements">The statements about Godwit's own tables.</param>
internal sealed record Correction(RepairAction Action, ImmutableArray<SqlStatement> Statements);
