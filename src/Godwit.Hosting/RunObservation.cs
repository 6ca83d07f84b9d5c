using System.Diagnostics;
using Godwit.Execution;
using Microsoft.Extensions.Logging;

namespace Godwit.Hosting;

/// <summary>Tells of one run: to the log, as a trace, in measures.</summary>
internal sealed class RunObservation(ILogger log, Measures measures, Database database, LogLevel statements) : IDisposable
{
    private static readonly ActivitySource Source = new(GodwitTelemetry.ActivitySource);

    private readonly Activity? run = Source.StartActivity("godwit migrate", ActivityKind.Client)
        ?.SetTag("db.system.name", database.Dialect.Name).SetTag("db.namespace", database.Name);

    private Activity? step;
    private long stepStarted;
    private long waitingSince;

    private string Product => database.Dialect.Name;

    internal void Observe(ExecutionEvent happened)
    {
        switch (happened)
        {
            case ExecutionEvent.Waiting waiting: Wait(waiting); break;
            case ExecutionEvent.Replanned: log.Replanned(database.Description); break;
            case ExecutionEvent.Noticed { Finding: var finding }: log.Noticed(finding.Message, finding.Remedy); break;
            case ExecutionEvent.RunStarted started: Start(started); break;
            case ExecutionEvent.StepStarted started: Begin(started); break;
            case ExecutionEvent.StatementCompleted done: Statement(done); break;
            case ExecutionEvent.StepCompleted done: Complete(done); break;
            case ExecutionEvent.StepProbed probed:
                log.StepProbed(probed.Migration, probed.Statement.Location?.ToString() ?? "", probed.Effect.ToString());
                break;
        }
    }

    /// <summary>The run ended with an error.</summary>
    internal void Fail(Exception failure)
    {
        if (stepStarted != 0) measures.Migrated(Stopwatch.GetElapsedTime(stepStarted), Product, "failed");
        foreach (var activity in new[] { step, run })
            activity?.AddException(failure).SetStatus(ActivityStatusCode.Error, failure.Message);
        if (failure is GodwitException known)
            log.Failed(known);
    }

    public void Dispose()
    {
        EndWaiting();
        step?.Dispose();
        run?.Dispose();
    }

    // Said once: a run asks for the lock every second.
    private void Wait(ExecutionEvent.Waiting waiting)
    {
        if (waitingSince != 0) return;
        waitingSince = Stopwatch.GetTimestamp();
        log.WaitingForRun(database.Description, waiting.Holder?.Owner);
    }

    private void EndWaiting()
    {
        if (waitingSince != 0) measures.Waited(Stopwatch.GetElapsedTime(waitingSince), Product);
        waitingSince = 0;
    }

    private void Start(ExecutionEvent.RunStarted started)
    {
        EndWaiting();
        run?.SetTag("godwit.batch", started.Batch);
        log.RunStarted(database.Description, started.Plan.Steps.Length);
    }

    private void Begin(ExecutionEvent.StepStarted started)
    {
        step?.Dispose();
        stepStarted = Stopwatch.GetTimestamp();
        step = Source.StartActivity("godwit migration", ActivityKind.Client, run?.Context ?? default)
            ?.SetTag("godwit.migration", started.Step.Id).SetTag("db.system.name", Product);
        log.StepStarted(started.Step.Id, started.Statements);
    }

    private void Statement(ExecutionEvent.StatementCompleted done)
    {
        if (log.IsEnabled(statements))
            log.StatementCompleted(statements, done.Statement.Location?.ToString() ?? done.Step.Id, done.Elapsed.TotalMilliseconds, Math.Max(0, done.RowsAffected));
    }

    private void Complete(ExecutionEvent.StepCompleted done)
    {
        measures.Migrated(done.Elapsed, Product, "applied");
        log.StepCompleted(done.Step.Id, done.Elapsed.TotalMilliseconds);
        step?.Dispose();
        (step, stepStarted) = (null, 0);
    }
}
