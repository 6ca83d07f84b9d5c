using System.Globalization;
using Godwit.Dialects;
using Godwit.Sql;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>
/// An advisory lock held by an open transaction on a connection of its own. It lives in a transaction, so it works through a
/// transaction pooler; the connection ends with its process, so it frees itself; and its last statement is always a utility
/// statement, so it holds no snapshot and no transaction id, and neither vacuum nor CREATE INDEX CONCURRENTLY waits for it.
/// </summary>
internal sealed class PostgreSqlLock(PostgreSqlDatabase database, BookkeepingTables tables) : MigrationLock
{
    // One key per database, schema and history table. Advisory keys are per database already (PostgreSQL manual, 13.3.5).
    private readonly string key =
        $"hashtextextended('godwit:' || current_schema() || '.' || {PostgreSqlDialect.Instance.Literal(tables.History)}, 0)";

    private readonly string row = PostgreSqlDialect.Instance.QuoteQualified(tables.Lock);

    public override async Task<HeldLock?> TryAcquireAsync(DatabaseSession worker, string owner, CancellationToken cancellation)
    {
        // Asked on the worker first, and freed at once: waiting runners then need no second connection.
        if (await worker.ScalarAsync($"SELECT pg_try_advisory_xact_lock({key})::text", cancellation) != "true") return null;
        var guard = await database.OpenConnectionAsync(cancellation);
        try
        {
            if (!await GuardAsync(guard, cancellation))
            {
                await guard.DisposeAsync();
                return null;
            }

            var token = await RaiseAsync(worker, owner, cancellation);
            return new PostgreSqlHeldLock(guard, long.Parse(token!, CultureInfo.InvariantCulture), row);
        }
        catch
        {
            await guard.DisposeAsync();
            throw;
        }
    }

    // The two views are read one after the other: a lock that was there in the first belongs to nobody when the second shows its
    // backend without a transaction any more.
    public override async Task<LockHolder?> HolderAsync(DatabaseSession session, CancellationToken cancellation)
    {
        LockHolder? holder = null;
        await session.QueryAsync(
            $"""
            SELECT coalesce((SELECT owner FROM {row} WHERE id = 1), a.usename, '') || ' (backend ' || a.pid || ')',
                   to_char(timezone('utc', a.xact_start), 'YYYY-MM-DD HH24:MI:SS'),
                   coalesce(a.client_addr::text, 'local socket')
            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid, (SELECT {key} AS k) AS wanted
            WHERE {HeldByOthers} AND a.xact_start IS NOT NULL
            """,
            reader => holder = new LockHolder(reader.GetString(0), Moment(reader.GetString(1)), reader.GetString(2)), cancellation);
        return holder;
    }

    public override async Task<bool> BreakAsync(DatabaseSession session, CancellationToken cancellation) =>
        await session.ScalarAsync(
            $"""
            SELECT bool_or(pg_terminate_backend(l.pid))::text
            FROM pg_locks l, (SELECT {key} AS k) AS wanted
            WHERE {HeldByOthers}
            """,
            cancellation) == "true";

    // A 64-bit key is shown in two halves, with objsubid 1 (PostgreSQL manual, 54.12 pg_locks).
    private const string HeldByOthers =
        """
        l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid <> pg_backend_pid()
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.classid::bigint = (wanted.k >> 32) & 4294967295 AND l.objid::bigint = wanted.k & 4294967295
        """;

    // A transaction of a run that is gone, which the server is still at, keeps the row: it is waited for in short turns, so that
    // whoever waits can say so.
    private async Task<string?> RaiseAsync(DatabaseSession worker, string owner, CancellationToken cancellation)
    {
        try
        {
            return await worker.ScalarAsync(
                $"""
                BEGIN;
                SET LOCAL lock_timeout = '2s';
                UPDATE {row} SET token = token + 1, owner = {PostgreSqlDialect.Instance.Literal(owner)}, hb = 0 WHERE id = 1 RETURNING token::text;
                COMMIT
                """,
                cancellation);
        }
        catch (StatementException)
        {
            await worker.RollbackAsync();
            throw;
        }
    }

    private async Task<bool> GuardAsync(NpgsqlConnection guard, CancellationToken cancellation)
    {
        var question = $"SELECT pg_try_advisory_xact_lock({key})";
        await using var batch = new NpgsqlBatch(guard);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(question));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PostgreSqlHeldLock.Heartbeat));
        try
        {
            return (bool)(await batch.ExecuteScalarAsync(cancellation))!;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            throw new StatementException(0, PostgreSqlErrors.Explain(exception, question), exception);
        }
    }

    internal static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

/// <summary>The advisory lock while it is held, with its heartbeat.</summary>
internal sealed class PostgreSqlHeldLock : HeldLock
{
    /// <summary>A utility statement: a SELECT would leave a snapshot behind. It also keeps the server from ending an idle transaction.</summary>
    internal const string Heartbeat = "SET LOCAL idle_in_transaction_session_timeout = 0";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly NpgsqlConnection guard;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task heartbeat;

    internal PostgreSqlHeldLock(NpgsqlConnection guard, long token, string row)
    {
        this.guard = guard;
        Token = token;
        // KEY SHARE conflicts with the update of a key column, which is what raising the token is: no rival can take over between
        // this statement and the commit of the transaction it stands in.
        Fence =
        [
            new SqlStatement($"SELECT 1 / (token = {token})::integer FROM {row} WHERE id = 1 FOR KEY SHARE"),
        ];
        heartbeat = BeatAsync();
    }

    public override long Token { get; }

    public override IReadOnlyList<SqlStatement> Fence { get; }

    public override CancellationToken Lost => lost.Token;

    public override async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await heartbeat;
        await guard.DisposeAsync();
        released.Dispose();
        lost.Dispose();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(released.Token))
            {
                await using var command = new NpgsqlCommand(Heartbeat, guard) { CommandTimeout = 10 };
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // released
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            await lost.CancelAsync();
        }
    }
}
