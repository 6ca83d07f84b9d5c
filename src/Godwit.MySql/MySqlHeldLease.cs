using System.Data;
using System.Data.Common;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>The lease while it is held, with its beat on a connection of its own.</summary>
internal sealed class MySqlHeldLease : HeldLock
{
    /// <summary>The row of the beat: the token's own is locked as long as a transaction works, and a beat in it would break that transaction.</summary>
    internal const int BeatRow = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly MySqlDatabase database;
    private readonly DatabaseSession worker;
    private readonly string row;
    private readonly string name;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task beating;

    internal MySqlHeldLease(MySqlDatabase database, DatabaseSession worker, long token, string row, string name)
    {
        this.database = database;
        this.worker = worker;
        this.row = row;
        this.name = name;
        Token = token;
        Fence =
        [
            new(string.Create(CultureInfo.InvariantCulture, $"UPDATE {row} SET hb = -hb - 1 WHERE id = 1 AND token = {token}")),
            FailsIf("token <> {0}"),
        ];
        Seal =
        [
            FailsIf("(token <> {0} OR hb >= 0)"),
            new(string.Create(CultureInfo.InvariantCulture, $"UPDATE {row} SET hb = -hb WHERE id = 1 AND token = {token}")),
        ];
        beating = BeatAsync();
    }

    public override long Token { get; }

    /// <summary>
    /// Writes the token's row, which makes a transaction of another node that does so too, and is later, fail; in the transaction the
    /// row's beat is negative.
    /// </summary>
    public override IReadOnlyList<SqlStatement> Fence { get; }

    /// <summary>
    /// A cluster may roll a transaction back in favour of another one, and a statement without a table that runs at that moment (DO,
    /// SET) does not even fail: the COMMIT after it would then do nothing and say that it is done. The beat would be positive again.
    /// </summary>
    public override IReadOnlyList<SqlStatement> Seal { get; }

    public override CancellationToken Lost => lost.Token;

    /// <summary>A beat; it reaches no row when somebody else has the token.</summary>
    internal static string Beat(string row, long token) =>
        string.Create(CultureInfo.InvariantCulture, $"UPDATE {row} SET hb = hb + 1 WHERE id = {BeatRow} AND token = {token}");

    /// <summary>The first beat under a token.</summary>
    internal static string FirstBeat(string row, long token) => string.Create(CultureInfo.InvariantCulture,
        $"INSERT INTO {row} (id, token, hb) VALUES ({BeatRow}, {token}, 0) ON DUPLICATE KEY UPDATE hb = hb + 1, token = GREATEST(token, {token})");

    public override async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await beating;
        try
        {
            await worker.RunAsync(
                [new SqlStatement(string.Create(CultureInfo.InvariantCulture, $"UPDATE {row} SET owner = NULL WHERE id = 1 AND token = {Token}"))],
                SilentObserver.Instance, CancellationToken.None);
            await worker.ScalarAsync($"SELECT RELEASE_LOCK({name})", CancellationToken.None);
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.ConnectionLost or DatabaseErrorKind.Busy)
        {
            // rivals see the beat stand still, or have taken over already
        }

        released.Dispose();
        lost.Dispose();
    }

    // The row that would be inserted has the key of the one that is there.
    private SqlStatement FailsIf(string condition) =>
        new($"INSERT INTO {row} (id, token, hb) SELECT id, token, hb FROM {row} WHERE id = 1 AND " + string.Format(CultureInfo.InvariantCulture, condition, Token));

    private async Task BeatAsync()
    {
        DbConnection? connection = null;
        var stillness = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            using var timer = new PeriodicTimer(Interval);
            while (await timer.WaitForNextTickAsync(released.Token))
            {
                connection = await BeatOnceAsync(connection, stillness);
                if (stillness.Elapsed < MySqlLease.Patience) continue;
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // released
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    // A beat may fail: the node is busy, the cluster changes its shape. Only silence for as long as rivals wait means loss.
    private async Task<DbConnection?> BeatOnceAsync(DbConnection? connection, System.Diagnostics.Stopwatch stillness)
    {
        try
        {
            connection ??= await database.OpenBesideAsync(released.Token);
            await using var command = connection.CreateCommand();
            command.CommandText = Beat(row, Token);
            if (await command.ExecuteNonQueryAsync(CancellationToken.None) > 0) stillness.Restart();
            else await lost.CancelAsync();
        }
        catch (Exception failure) when (failure is DbException or GodwitException or IOException or InvalidOperationException)
        {
            if (connection is null || connection.State is ConnectionState.Open) return connection;
            await connection.DisposeAsync();
            return null;
        }

        return connection;
    }
}
