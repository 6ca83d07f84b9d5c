using Godwit.Sql;

namespace Godwit.Dialects;

/// <summary>Keeps runs on the same history apart. Taken by polling; nobody ever waits inside the database.</summary>
public abstract class MigrationLock
{
    /// <summary>Tries to take the lock, without waiting.</summary>
    /// <param name="worker">The session that will do the work.</param>
    /// <param name="owner">Who takes it, for others to see.</param>
    /// <param name="cancellation">Cancels the attempt.</param>
    /// <returns>The lock, or null when another run holds it.</returns>
    public abstract Task<HeldLock?> TryAcquireAsync(DatabaseSession worker, string owner, CancellationToken cancellation);

    /// <summary>Who holds the lock, as far as can be told; null when nobody does.</summary>
    public abstract Task<LockHolder?> HolderAsync(DatabaseSession session, CancellationToken cancellation);

    /// <summary>Ends the holder's hold on the lock by force.</summary>
    /// <returns>Whether there was a holder whose hold is now ended.</returns>
    public abstract Task<bool> BreakAsync(DatabaseSession session, CancellationToken cancellation);
}

/// <summary>A lock that is held until it is disposed of.</summary>
public abstract class HeldLock : IAsyncDisposable
{
    /// <summary>The fencing token: it rises with every holder, and work under an older one is refused.</summary>
    public abstract long Token { get; }

    /// <summary>Is cancelled when the lock is found lost.</summary>
    public abstract CancellationToken Lost { get; }

    /// <summary>
    /// The statements that fail when the lock is no longer ours: the first in every transaction that works.
    /// </summary>
    public abstract IReadOnlyList<SqlStatement> Fence { get; }

    /// <summary>
    /// The statements that fail when the transaction which began with the fence is not open any more: the last in it before its
    /// COMMIT. None where no server ends a transaction silently.
    /// </summary>
    public virtual IReadOnlyList<SqlStatement> Seal => [];

    /// <summary>
    /// Whether another run has worked since the plan was made, so that what is read now may be its doing. Never while the lock keeps
    /// others out.
    /// </summary>
    internal virtual Task<bool> IsOvertakenAsync(DatabaseSession worker, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>The token inside a transaction that began with the fence, where the fence itself raises it.</summary>
    internal virtual long FencedToken => Token;

    /// <summary>Is told that a transaction which began with the fence has committed.</summary>
    public virtual void Committed()
    {
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Who holds a lock.</summary>
/// <param name="Owner">The user, host and process that took it.</param>
/// <param name="Since">When it was taken, in UTC; null when the database does not tell.</param>
/// <param name="Activity">What the holder is doing, when the database tells.</param>
public sealed record LockHolder(string Owner, DateTimeOffset? Since, string? Activity);
