using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// A named lock on the session that works, so that it lives exactly as long as that session's statements, plus the token row. On a
/// cluster, which is recognised by itself, it is a lease.
/// </summary>
internal sealed class MySqlLock(MySqlDatabase database, BookkeepingTables tables) : MigrationLock
{
    private MySqlLease? lease;
    private bool? isCluster;

    private readonly string row = MySqlDialect.Instance.QuoteQualified(tables.Lock);

    // Named locks are the server's, not the database's, and at most 64 characters long (MySQL manual, 14.14).
    private readonly string name = MySqlDialect.Instance.Literal(
        "godwit:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{database.Name}/{tables.History}")))[..32]);

    public override async Task<HeldLock?> TryAcquireAsync(DatabaseSession worker, string owner, CancellationToken cancellation)
    {
        if (await LeaseAsync(worker, cancellation) is { } needed) return await needed.TryAcquireAsync(worker, owner, cancellation);
        if (await worker.ScalarAsync($"SELECT GET_LOCK({name}, 0)", cancellation) != "1") return null;
        await worker.RunAsync(
            [new SqlStatement($"UPDATE {row} SET token = token + 1, owner = {MySqlDialect.Instance.Literal(owner)}, hb = hb + 1 WHERE id = 1")],
            SilentObserver.Instance, cancellation);
        var token = await worker.ScalarAsync($"SELECT token FROM {row} WHERE id = 1", cancellation);
        return new MySqlHeldLock(worker, long.Parse(token!, CultureInfo.InvariantCulture), row, name);
    }

    public override async Task<LockHolder?> HolderAsync(DatabaseSession session, CancellationToken cancellation)
    {
        if (await LeaseAsync(session, cancellation) is { } needed) return await needed.HolderAsync(session, cancellation);
        LockHolder? holder = null;
        await session.QueryAsync(
            $"""
            SELECT COALESCE((SELECT owner FROM {row} WHERE id = 1), p.USER), p.ID, COALESCE(p.INFO, p.COMMAND)
            FROM information_schema.PROCESSLIST p WHERE p.ID = IS_USED_LOCK({name})
            """,
            reader => holder = new LockHolder($"{reader.GetString(0)} (connection {reader.GetValue(1)})", null, reader.GetString(2)), cancellation);
        return holder;
    }

    public override async Task<bool> BreakAsync(DatabaseSession session, CancellationToken cancellation)
    {
        if (await LeaseAsync(session, cancellation) is { } needed) return await needed.BreakAsync(session, cancellation);
        if (await session.ScalarAsync($"SELECT IS_USED_LOCK({name})", cancellation) is not { } connection) return false;
        await session.RunAsync([new SqlStatement($"KILL {connection}")], SilentObserver.Instance, cancellation);
        return true;
    }

    private async Task<MySqlLease?> LeaseAsync(DatabaseSession session, CancellationToken cancellation)
    {
        isCluster ??= await MySqlLease.IsNeededAsync(session, cancellation);
        if (isCluster.Value && session is MySqlSession node) node.IsNode = true;
        return isCluster.Value ? lease ??= new MySqlLease(database, tables, name) : null;
    }
}

/// <summary>The named lock while it is held.</summary>
internal sealed class MySqlHeldLock(DatabaseSession worker, long token, string row, string name) : HeldLock
{
    public override long Token => token;

    // The lock is the working session's own: when it is lost, so is the session, and its next statement fails.
    public override CancellationToken Lost => CancellationToken.None;

    /// <summary>
    /// Keeps the token's row locked to the commit, and fails if the token is no longer ours: what is added is then a subquery of
    /// two rows, which no SQL mode lets pass (error 1242).
    /// </summary>
    public override IReadOnlyList<SqlStatement> Fence =>
    [
        new($"UPDATE {row} SET hb = hb + 1 + COALESCE((SELECT n FROM (SELECT 0 AS n UNION ALL SELECT 1) AS two WHERE token <> {token}), 0) WHERE id = 1"),
    ];

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await worker.ScalarAsync($"SELECT RELEASE_LOCK({name})", CancellationToken.None);
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.ConnectionLost)
        {
            // the lock went with the session
        }
    }
}
