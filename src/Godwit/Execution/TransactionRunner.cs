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
    internal async Task RunPipelinedAsync(IReadOnlyList<StepScript> scripts, CancellationToken cancellation)
    {
        var message = new StepObserver(context);
        foreach (var script in scripts)
        {
            AddBeginning(message, script);
            AddWork(message, script);
            AddEnding(message, script, context.Traits.MillisecondsInTransaction!);
        }

        await SendAsync(message, cancellation);
    }

    /// <summary>Runs one, with the client measuring the time and each statement's limit.</summary>
    internal async Task RunAsync(StepScript script, CancellationToken cancellation)
    {
        var message = new StepObserver(context);
        AddBeginning(message, script);
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

    private void AddBeginning(StepObserver message, StepScript script)
    {
        message.Add(script, new SqlStatement(context.Traits.Begin), StatementRole.Begin);
        foreach (var fence in context.Held.Fence) message.Add(script, fence, StatementRole.Fence);
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
            throw failures.OfTransaction(failure, message, limit);
        }
    }
}
