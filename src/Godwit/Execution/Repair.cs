using Godwit.Dialects;
using Godwit.History;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Makes the history agree with what a person knows to be so. It never touches anything but Godwit's own tables.</summary>
internal sealed class Repair(DatabaseSession session, HistoryStore store, DialectTraits traits)
{
    internal async Task<RepairAction?> RunAsync(Survey survey, string revision, RepairDecision decision, CancellationToken cancellation)
    {
        var id = survey.Resolve(revision);
        var migration = survey.Migrations.FirstOrDefault(candidate => candidate.Id.Equals(id));
        return migration?.Standing switch
        {
            Standing.Edited => await WriteAsync(RepairAction.ChecksumAccepted, cancellation, store.Sql.SetChecksum(migration.Id.Text, migration.Checksum!.Text)),
            Standing.Missing => await WriteAsync(RepairAction.Forgotten, cancellation, Gone(migration.Id.Text)),
            Standing.Running or Standing.Failed => await SettleAsync(migration, decision, cancellation),
            _ => null,
        };
    }

    private Task<RepairAction?> SettleAsync(MigrationStanding migration, RepairDecision decision, CancellationToken cancellation)
    {
        var id = migration.Id.Text;
        var applied = decision is RepairDecision.Done != migration.Applied!.IsBeingUndone;
        if (decision is RepairDecision.Undecided)
        {
            throw new GodwitException(ErrorCode.InDoubt, $"{id} was left half done; what is to become of it must be said.",
                $"Look in the database what is there. Then: godwit repair {id} --done if all of it is, --retry if nothing of it is.", migration.Location);
        }

        return applied
            ? WriteAsync(RepairAction.MarkedApplied, cancellation,
                store.Sql.MarkState(id, MigrationState.Applied), store.Sql.ForgetJournal(id),
                store.Sql.SetChecksum(id, migration.Checksum?.Text ?? migration.Applied.Checksum))
            : WriteAsync(RepairAction.MarkedPending, cancellation, Gone(id));
    }

    private SqlStatement[] Gone(string id) => [store.Sql.Remove(id), store.Sql.ForgetJournal(id)];

    private async Task<RepairAction?> WriteAsync(RepairAction action, CancellationToken cancellation, params SqlStatement[] statements)
    {
        await session.RunAsync([new(traits.Begin), .. statements, new("COMMIT")], SilentObserver.Instance, cancellation);
        return action;
    }
}
