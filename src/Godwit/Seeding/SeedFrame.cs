using System.Diagnostics;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Seeding;

/// <summary>
/// A seeder that is running, and its transaction. That begins with the first statement, so that a seeder which only calls others leaves each of
/// them one of its own; where the caller has begun, it is a part of the caller's.
/// </summary>
internal sealed class SeedFrame(SeedRun run, SeedSource source, SeedFrame? caller)
{
    private readonly string savepoint = "godwit_seeder_" + ((caller?.Depth ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
    private readonly HashSet<(ObjectName Table, string Column)> numbered = [];
    private bool isInside;

    internal SeedRun Run => run;

    internal SeedSource Source => source;

    internal SeedFrame? Caller => caller;

    /// <summary>How many rows it has written.</summary>
    internal long Rows { get; private set; }

    /// <summary>Whether its transaction has begun.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>Whether its transaction is a part of its caller's.</summary>
    internal bool IsInside => isInside;

    private int Depth { get; } = (caller?.Depth ?? 0) + 1;

    private DatabaseSession Session => run.Session;

    private CancellationToken Cancellation => run.Settings.Cancellation;

    internal async Task EnterAsync()
    {
        if (caller is not { IsOpen: true }) return;
        (isInside, IsOpen) = (true, true);
        await RunAsync("SAVEPOINT " + savepoint);
    }

    /// <summary>Begins the transaction, if it has not begun.</summary>
    internal async Task<DatabaseSession> OpenAsync()
    {
        while (!IsOpen)
        {
            try
            {
                await RunAsync(Session.Dialect.Traits.Begin);
                IsOpen = true;
            }
            catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.Busy)
            {
                await run.Settings.WaitForOthers(Cancellation);
            }
        }

        return Session;
    }

    internal async Task ExecuteAsync(IReadOnlyList<SqlStatement> statements) =>
        await (await OpenAsync()).RunAsync(statements, SilentObserver.Instance, Cancellation);

    /// <summary>Writes rows, and says how far it has come.</summary>
    /// <param name="target">The table and the columns.</param>
    /// <param name="windows">The rows, a window of them at a time.</param>
    /// <param name="together">How many windows are one stream; what makes them must not use the session then.</param>
    internal async Task<long> WriteAsync(RowTarget target, IAsyncEnumerable<SeedWindow> windows, int together = 1)
    {
        var session = await OpenAsync();
        var started = Stopwatch.GetTimestamp();
        var written = 0L;
        await using var reading = windows.GetAsyncEnumerator(Cancellation);
        while (await reading.MoveNextAsync())
        {
            Cancellation.ThrowIfCancellationRequested();
            using var batch = new SeedBatch(reading, together);
            try
            {
                await session.WriteRowsAsync(target, batch.WindowsAsync(), Cancellation);
            }
            catch (RowException refused)
            {
                throw RowRefusal.Of(refused, target, written, batch.Rows, batch.Locate);
            }

            written += batch.Rows;
            Rows += batch.Rows;
            run.Settings.Emit(new SeedEvent.RowsWritten(source.Name, target.Table.ToString(), written, Stopwatch.GetElapsedTime(started)));
        }

        Number(target);
        return written;
    }

    /// <summary>Writes one row and reads its generated key.</summary>
    internal async Task<object?> WriteAsync(RowTarget target, object?[] row, string key)
    {
        var session = await OpenAsync();
        try
        {
            var value = await session.WriteRowAsync(target, row, key, Cancellation);
            Rows++;
            return value;
        }
        catch (RowException refused)
        {
            throw RowRefusal.Of(refused, target, 0, 1, _ => null);
        }
    }

    /// <summary>Counts rows that were written in other ways.</summary>
    internal void Count(long rows) => Rows += rows;

    internal async Task LeaveAsync()
    {
        if (!IsOpen) return;
        foreach (var (table, column) in numbered) await Session.AdvanceNumberingAsync(table, column, Cancellation);
        await RunAsync(isInside ? "RELEASE SAVEPOINT " + savepoint : "COMMIT");
        IsOpen = false;
    }

    /// <summary>Leaves nothing of what it did.</summary>
    internal async Task UndoAsync()
    {
        if (!IsOpen) return;
        IsOpen = false;
        if (!isInside) await Rollback.QuietlyAsync(Session);
        else await ReturnAsync();
    }

    // A caller may catch the failure and go on. Where the connection is gone, its own statements will say so.
    private async Task ReturnAsync()
    {
        try
        {
            await RunAsync("ROLLBACK TO SAVEPOINT " + savepoint);
        }
        catch (StatementException)
        {
            // see above: the failure that is being reported is the one to hear about
        }
    }

    private void Number(RowTarget target)
    {
        foreach (var column in target.Columns)
        {
            if (column.Identity is not null) numbered.Add((target.Table, column.Name));
        }
    }

    private Task RunAsync(string sql) => Session.RunAsync([new SqlStatement(sql)], SilentObserver.Instance, Cancellation);
}
