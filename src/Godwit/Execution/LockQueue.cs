using Godwit.Dialects;

namespace Godwit.Execution;

/// <summary>Takes the lock, after waiting for whoever holds it.</summary>
internal sealed class LockQueue(Database database, DatabaseSession worker, BookkeepingTables tables, MigratorOptions options)
{
    /// <summary>The lock, once it is free.</summary>
    /// <exception cref="GodwitException">It was not free in time.</exception>
    internal async Task<HeldLock> AcquireAsync(Reading reading, Patience patience, CancellationToken cancellation)
    {
        var runLock = database.Lock(tables);
        var owner = $"{options.AppliedBy} (process {Environment.ProcessId})";
        while (true)
        {
            if (await reading.TryAsync(() => runLock.TryAcquireAsync(worker, owner, cancellation), cancellation) is { } held) return held;
            var holder = await reading.TryAsync(() => runLock.HolderAsync(worker, cancellation), cancellation);
            await patience.WaitAsync(holder, "The lock was not free", cancellation);
        }
    }
}
