using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>
/// A run under the lock. The plan is made anew once the lock is held, because another run may have changed the history since; and
/// again whenever the lock turns out to be lost.
/// </summary>
internal sealed class LockedRun(
    Database database, DatabaseSession worker, HistoryStore store, BookkeepingTables tables, MigratorOptions options, Func<HistorySnapshot, Survey> survey)
{
    private readonly Action<ExecutionEvent> listener = options.OnEvent ?? (_ => { });
    private readonly LockQueue queue = new(database, worker, tables, options);
    private readonly List<PlanStep> completed = [];
    private int? batch;

    internal async Task<RunResult> RunAsync(Plan shown, CancellationToken cancellation)
    {
        try
        {
            return await RepeatAsync(shown, cancellation);
        }
        catch (OperationCanceledException cancelled) when (cancellation.IsCancellationRequested)
        {
            throw Interruption.Cancelled(completed, cancelled);
        }
    }

    private async Task<RunResult> RepeatAsync(Plan shown, CancellationToken cancellation)
    {
        var patience = new Patience(options.LockTimeout, listener);
        var reading = new Reading(database, patience);
        await reading.TryAsync(() => InstalledAsync(cancellation), cancellation);
        while (true)
        {
            await using var held = await queue.AcquireAsync(reading, patience, cancellation);
            try
            {
                await RunHeldAsync(shown, held, reading, cancellation);
                return new RunResult(shown, [.. completed], batch);
            }
            catch (Exception stopped) when (held.Lost.IsCancellationRequested && stopped is (FenceBrokenException or OperationCanceledException))
            {
                throw Interruption.LockLost(completed, stopped);
            }
            catch (FenceBrokenException)
            {
                listener(new ExecutionEvent.Replanned());
                patience = new Patience(options.LockTimeout, listener);
            }
            catch (BusyException)
            {
                await patience.WaitAsync(null, $"{database.Description} is still locked by another program", cancellation);
            }
        }
    }

    private async Task<bool> InstalledAsync(CancellationToken cancellation)
    {
        await store.InstallAsync(worker, cancellation);
        return true;
    }

    private async Task RunHeldAsync(Plan shown, HeldLock held, Reading reading, CancellationToken cancellation)
    {
        var history = await reading.TryAsync(() => store.ReadAsync(worker, cancellation), cancellation);
        var plan = Planner.Plan(survey(history), shown.Target, options.OutOfOrder).Within(shown);
        plan.ThrowIfForbidden();
        if (plan.IsEmpty) return;
        var number = history.LastBatch + 1;
        var finding = new StepScripts(store, worker, database.Dialect, options);
        var scripts = await finding.PrepareAsync(plan, number, cancellation);
        if (plan.Direction is Direction.Up) batch = number;
        listener(new ExecutionEvent.RunStarted(plan, batch));
        var context = new RunContext(worker, store, held, Emit, plan)
        {
            Traits = database.Dialect.Traits,
            Database = database.Description,
            Cancellation = cancellation,
            LockTimeout = options.LockTimeout,
            Waiting = new LockWaiting(options.StatementLockTimeout, options.LockAttempts, options.StatementTimeout),
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, held.Lost);
        await using var limited = await reading.TryAsync(() => SessionLockLimit.SetAsync(context, stop.Token), stop.Token);
        var executor = new Executor(context, (waiting, token) => reading.TryAsync(() => finding.SettleAsync(waiting, token), token));
        try
        {
            await executor.ExecuteAsync(scripts, stop.Token);
        }
        // No statement was refused: something that was read does not fit the plan. If another run has made it so, it is the plan that no longer holds.
        catch (GodwitException verdict) when (verdict.InnerException is not StatementException)
        {
            if (await reading.TryAsync(() => held.IsOvertakenAsync(worker, cancellation), cancellation)) throw new FenceBrokenException(verdict);
            throw;
        }
    }

    private void Emit(ExecutionEvent happened)
    {
        if (happened is ExecutionEvent.StepCompleted done) completed.Add(done.Step);
        listener(happened);
    }
}
