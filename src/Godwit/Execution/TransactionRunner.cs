using System.Diagnostics;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Runs migrations that are one transaction each, together with their history rows.</summary>
internal sealed class TransactionRunner(RunContext context)
{
    private readonly Failures failures = new(context);

    /// <summary>Runs several in one message. Each is a transaction of its own; a failure in one keeps the following from starting.</summary>
    /// <returns>How many are done: fewer than all where one did not get a lock at once.</returns>
    internal async Task<int> RunPipelinedAsync(IReadOnlyList<StepScript> scripts, CancellationToken cancellation)
    {
        var message = new StepObserver(context);
        foreach (var script in scripts)
        {
            AddBeginning(message, script, new LockAttempts(context, script));
            AddWork(message, script);
            AddEnding(message, script, context.Traits.MillisecondsInTransaction!);
        }

        try
        {
            await SendAsync(message, cancellation);
            return scripts.Count;
        }
        catch (BlockedException blocked)
        {
            var script = message.ScriptAt(blocked.Failure.Index);
            var attempts = new LockAttempts(context, script);
            await WaitAsync(attempts, blocked.Failure, message, null, cancellation);
            await RunAsync(script, attempts, cancellation);
            var place = 0;
            while (scripts[place] != script) place++;
            return place + 1;
        }
    }

    /// <summary>Runs one, with the client measuring the time and each statement's limit.</summary>
    internal Task RunAsync(StepScript script, CancellationToken cancellation) => RunAsync(script, new LockAttempts(context, script), cancellation);

    private async Task RunAsync(StepScript script, LockAttempts attempts, CancellationToken cancellation)
    {
        var message = new StepObserver(context);
        while (true)
        {
            try
            {
                await TryAsync(message, script, attempts, cancellation);
                return;
            }
            catch (BlockedException blocked)
            {
                await WaitAsync(attempts, blocked.Failure, message, script.Section.Timeout, cancellation);
            }
        }
    }

    private async Task WaitAsync(LockAttempts attempts, StatementException failure, StepObserver message, TimeSpan? limit, CancellationToken cancellation)
    {
        if (!await attempts.AgainAsync(failure, message, cancellation)) throw failures.OfTransaction(failure, message, limit);
    }

    private async Task TryAsync(StepObserver message, StepScript script, LockAttempts attempts, CancellationToken cancellation)
    {
        message.Clear();
        AddBeginning(message, script, attempts);
        if (script.Section.Timeout is { } limit)
        {
            await SendAsync(message, cancellation);
            for (var i = 0; i < script.Section.Statements.Length; i++)
            {
                message.Clear();
                message.Add(script, script.Section.Statements[i], StatementRole.Work, i);
                await SendLimitedAsync(message, limit, cancellation);
            }
        }
        else
        {
            AddWork(message, script);
            await SendAsync(message, cancellation);
        }

        message.Clear();
        AddEnding(message, script, ((long)Stopwatch.GetElapsedTime(message.Started).TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        await SendAsync(message, cancellation);
    }

    private void AddBeginning(StepObserver message, StepScript script, LockAttempts attempts)
    {
        message.Add(script, new SqlStatement(context.Traits.Begin), StatementRole.Begin);
        foreach (var fence in context.Held.Fence) message.Add(script, fence, StatementRole.Fence);
        foreach (var limit in attempts.Limits()) message.Add(script, limit, StatementRole.Limit);
    }

    private static void AddWork(StepObserver message, StepScript script)
    {
        for (var i = 0; i < script.Section.Statements.Length; i++) message.Add(script, script.Section.Statements[i], StatementRole.Work, i);
    }

    private void AddEnding(StepObserver message, StepScript script, string milliseconds)
    {
        foreach (var record in StepRecords.Of(script, context.Store.Sql, milliseconds)) message.Add(script, record, StatementRole.Record);
        message.AddCommit(script, StatementRole.LastCommit);
    }

    private async Task SendLimitedAsync(StepObserver message, TimeSpan limit, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(limit);
        await SendAsync(message, limited.Token, cancellation.IsCancellationRequested ? null : limit);
    }

    private async Task SendAsync(StepObserver message, CancellationToken cancellation, TimeSpan? limit = null)
    {
        try
        {
            await context.Session.RunAsync(message.Statements, message, cancellation);
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(context.Session);
            var canBeTriedAgain = LockAttempts.IsBlocked(failure, message)
                && SessionSettings.AreTheSameAgain(message.ScriptAt(failure.Index).Section.Statements, context.Session.Splitter);
            throw canBeTriedAgain ? new BlockedException(failure) : failures.OfTransaction(failure, message, limit);
        }
    }
}
