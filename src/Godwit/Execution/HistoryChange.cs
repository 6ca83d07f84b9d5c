using Godwit.Dialects;
using Godwit.History;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// Changes the history itself and runs no migration: under the lock, in one transaction, decided by the history as it is then. Godwit's
/// tables are created where they are missing.
/// </summary>
internal sealed class HistoryChange(Database database, DatabaseSession worker, HistoryStore store, BookkeepingTables tables, MigratorOptions options)
{
    private readonly Action<ExecutionEvent> listener = options.OnEvent ?? (_ => { });

    /// <summary>Makes the change.</summary>
    /// <param name="decide">Finds the statements for a history; none: nothing is done. Is asked again when another run was quicker.</param>
    /// <param name="cancellation">Cancels the waiting and the statement that is running.</param>
    /// <exception cref="GodwitException">The lock was not free in time, or the database refused a statement; nothing was changed.</exception>
    internal async Task RunAsync(Func<HistorySnapshot, IReadOnlyList<SqlStatement>> decide, CancellationToken cancellation)
    {
        var patience = new Patience(options.LockTimeout, listener);
        var reading = new Reading(database, patience);
        await reading.TryAsync(() => InstalledAsync(cancellation), cancellation);
        while (true)
        {
            await using var held = await new LockQueue(database, worker, tables, options).AcquireAsync(reading, patience, cancellation);
            var history = await reading.TryAsync(() => store.ReadAsync(worker, cancellation), cancellation);
            var statements = decide(history);
            if (statements.Count == 0 || await reading.TryAsync(() => WroteAsync(held, statements, cancellation), cancellation)) return;
            listener(new ExecutionEvent.Replanned());
        }
    }

    private async Task<bool> InstalledAsync(CancellationToken cancellation)
    {
        await store.InstallAsync(worker, cancellation);
        return true;
    }

    // False where the fence says that another run has taken the lock over.
    private async Task<bool> WroteAsync(HeldLock held, IReadOnlyList<SqlStatement> statements, CancellationToken cancellation)
    {
        try
        {
            await worker.RunAsync(
                [new(database.Dialect.Traits.Begin), .. held.Fence, .. statements, .. held.Seal, new("COMMIT")], SilentObserver.Instance, cancellation);
            held.Committed();
            return true;
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(worker);
            if (failure.Index >= 1 && failure.Index <= held.Fence.Count && Failures.IsVerdict(failure.Error)) return false;
            throw;
        }
    }
}
