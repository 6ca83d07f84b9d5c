using System.Diagnostics;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The lock on a cluster whose nodes all accept writes (Galera, group replication), where GET_LOCK excludes nobody on another node:
/// the row of the token itself. It is taken by compare-and-set, which the cluster certifies, so that one of any number wins. Whoever
/// holds it beats in a row of its own; a rival that has watched the beat stand still for longer than <see cref="Patience"/>, by its
/// own stopwatch, takes over. Clocks do not matter, and a holder that was only slow finds the token raised and is fenced off.
/// </summary>
internal sealed class MySqlLease(MySqlDatabase database, BookkeepingTables tables, string name)
{
    /// <summary>How long a beat may stand still.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private const string OnNode = " at ";

    private readonly string row = MySqlDialect.Instance.QuoteQualified(tables.Lock);
    private Observation? seen;
    private long since;

    /// <summary>
    /// The SQL for where a session is. On the holder's own node GET_LOCK tells at once that the holder's session is gone.
    /// </summary>
    internal string Node { get; init; } = "CONCAT(@@hostname, ':', @@port)";

    /// <summary>Whether the server is a node of such a cluster.</summary>
    internal static async Task<bool> IsNeededAsync(DatabaseSession session, CancellationToken cancellation)
    {
        var isNode = false;
        await session.QueryAsync(
            "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('wsrep_on', 'group_replication_group_name') AND Value NOT IN ('', 'OFF', '0')",
            _ => isNode = true, cancellation);
        return isNode;
    }

    /// <summary>Tries to take it, without waiting.</summary>
    internal async Task<HeldLock?> TryAcquireAsync(DatabaseSession worker, string owner, CancellationToken cancellation)
    {
        var alone = await IsAloneOnNodeAsync(worker, cancellation);
        if (alone is false) return null;
        var held = await TakeAsync(worker, owner, alone is true, cancellation);
        if (held is null && alone is true) await worker.ScalarAsync($"SELECT RELEASE_LOCK({name})", cancellation);
        return held;
    }

    /// <summary>Who holds it; null when nobody does, the holder's session on this node is gone, or its beat has stood still for as long as a rival waits.</summary>
    internal async Task<LockHolder?> HolderAsync(DatabaseSession session, CancellationToken cancellation)
    {
        var (now, node, isHeldHere) = await ObserveAsync(session, cancellation);
        return now.Owner is null || (IsOn(now.Owner, node) && !isHeldHere) || HasStoodStill(now) ? null : new LockHolder(now.Owner, null, null);
    }

    /// <summary>Takes it away from its holder, who finds out by the token.</summary>
    internal async Task<bool> BreakAsync(DatabaseSession session, CancellationToken cancellation)
    {
        if (!await RunAsync(session, $"UPDATE {row} SET token = token + 1, owner = NULL WHERE id = 1 AND owner IS NOT NULL", cancellation)) return false;
        await RunAsync(session, $"UPDATE {row} SET token = token + 1 WHERE id = {MySqlHeldLease.BeatRow}", cancellation);
        return true;
    }

    // Null where the server does not have GET_LOCK in a cluster (MDEV-30473).
    private async Task<bool?> IsAloneOnNodeAsync(DatabaseSession worker, CancellationToken cancellation)
    {
        try
        {
            return await worker.ScalarAsync($"SELECT GET_LOCK({name}, 0)", cancellation) == "1";
        }
        catch (StatementException unsupported) when (unsupported.Error.Kind is DatabaseErrorKind.Refused)
        {
            return null;
        }
    }

    private async Task<HeldLock?> TakeAsync(DatabaseSession worker, string owner, bool isAloneOnNode, CancellationToken cancellation)
    {
        var (now, node, _) = await ObserveAsync(worker, cancellation);
        var isGone = now.Owner is null || (isAloneOnNode && IsOn(now.Owner, node));
        if (!isGone && !HasStoodStill(now)) return null;
        var mine = MySqlDialect.Instance.Literal(owner + OnNode + node);
        var takes = string.Create(CultureInfo.InvariantCulture,
            $"UPDATE {row} SET token = token + 1, owner = {mine} WHERE id = 1 AND token = {now.Token} AND owner <=> {MySqlDialect.Instance.Literal(now.Owner)}");
        if (!await RunAsync(worker, takes, cancellation)) return null;
        await RunAsync(worker, MySqlHeldLease.FirstBeat(row, now.Token + 1), cancellation);
        return new MySqlHeldLease(database, worker, now.Token + 1, row, name);
    }

    private static bool IsOn(string owner, string node) => owner.EndsWith(OnNode + node, StringComparison.Ordinal);

    private bool HasStoodStill(Observation now)
    {
        if (now == seen) return Stopwatch.GetElapsedTime(since) > Patience;
        seen = now;
        since = Stopwatch.GetTimestamp();
        return false;
    }

    private async Task<(Observation Now, string Node, bool IsHeldHere)> ObserveAsync(DatabaseSession session, CancellationToken cancellation)
    {
        (Observation, string, bool)? found = null;
        await session.QueryAsync(
            $"""
            SELECT held.token, held.owner, COALESCE(beat.hb, 0), {Node}, IS_USED_LOCK({name}) IS NOT NULL
            FROM {row} held LEFT JOIN {row} beat ON beat.id = {MySqlHeldLease.BeatRow} WHERE held.id = 1
            """,
            reader => found = (
                new Observation(Convert.ToInt64(reader.GetValue(0), null), reader.IsDBNull(1) ? null : reader.GetString(1), Convert.ToInt64(reader.GetValue(2), null)),
                reader.GetString(3), Convert.ToInt64(reader.GetValue(4), null) != 0),
            cancellation);
        return found ?? (new Observation(0, null, 0), "", false);
    }

    // A rival on another node that was first makes this one a deadlock (1213): not taken.
    private static async Task<bool> RunAsync(DatabaseSession session, string update, CancellationToken cancellation)
    {
        var affected = new Affected();
        try
        {
            await session.RunAsync([new SqlStatement(update)], affected, cancellation);
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.Busy)
        {
            await session.RollbackAsync();
            return false;
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.UndefinedTable)
        {
            // nothing was ever run here
            return false;
        }

        return affected.Rows > 0;
    }

    private sealed record Observation(long Token, string? Owner, long Beat);

    private sealed class Affected : IStatementObserver
    {
        internal int Rows { get; private set; }

        public void Started(int index)
        {
        }

        public void Completed(int index, int rowsAffected, TimeSpan elapsed) => Rows = rowsAffected;
    }
}
