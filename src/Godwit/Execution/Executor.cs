using System.Collections.Immutable;
using System.Diagnostics;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Carries out the steps of a plan, in order.</summary>
/// <param name="context">What every part of the run works with.</param>
/// <param name="settle">Finds the statements of a step that waits for its turn.</param>
internal sealed class Executor(RunContext context, Func<StepScript, CancellationToken, Task<StepScript>> settle)
{
    // Where whole transactions may travel together, more and more do while they are quick. A slow one is alone again, so that
    // whoever watches sees which one it is.
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(25);
    private const int MostInOneMessage = 256;

    private readonly TransactionRunner transactions = new(context);

    /// <summary>Runs all, or throws at the first that fails.</summary>
    /// <exception cref="GodwitException">A step failed; what is done and what is not is in the exception.</exception>
    /// <exception cref="FenceBrokenException">Another run has taken over.</exception>
    internal async Task ExecuteAsync(ImmutableArray<StepScript> scripts, CancellationToken cancellation)
    {
        var size = 1;
        for (var next = 0; next < scripts.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (scripts[next].IsWaiting) scripts = scripts.SetItem(next, await settle(scripts[next], cancellation));
            var started = Stopwatch.GetTimestamp();
            var group = Group(scripts, next, size);
            foreach (var script in scripts.AsSpan(next, Math.Max(1, group)).ToArray()) Notice(script);
            if (group > 0) next += await transactions.RunPipelinedAsync(scripts[next..(next + group)], cancellation);
            else next += await RunAloneAsync(scripts, next, cancellation);
            size = Stopwatch.GetElapsedTime(started) < Quick * Math.Max(1, group) ? Math.Min(size * 2, MostInOneMessage) : 1;
        }
    }

    private void Notice(StepScript script)
    {
        foreach (var notice in script.Notices) context.Emit(new ExecutionEvent.Noticed(notice));
    }

    private async Task<int> RunAloneAsync(ImmutableArray<StepScript> scripts, int first, CancellationToken cancellation)
    {
        await using var suspended = scripts[first].Section.ForeignKeys is ForeignKeyEnforcement.Suspended
            ? await context.Session.SuspendForeignKeysAsync(cancellation)
            : null;
        if (!scripts[first].IsOneTransaction) return await RunJournaledAsync(scripts, first, cancellation);
        await transactions.RunAsync(scripts[first], cancellation);
        return 1;
    }

    // The end of one and the beginning of the next are one message and one transaction, where nothing has to be found out in between.
    private async Task<int> RunJournaledAsync(ImmutableArray<StepScript> scripts, int first, CancellationToken cancellation)
    {
        UnnotedEnd? end = null;
        for (var next = first; ; next++)
        {
            if (end is not null) Notice(scripts[next]);
            var joined = next + 1 < scripts.Length && JournaledStep.CanJoin(scripts[next], scripts[next + 1], context.Traits);
            end = await new JournaledStep(context, scripts[next]).RunAsync(end, joined, cancellation);
            if (end is null) return next + 1 - first;
        }
    }

    // How many of the next scripts can travel in one message; 0 where the next one cannot.
    private int Group(ImmutableArray<StepScript> scripts, int first, int size)
    {
        if (context.Traits.Pipelining is not Pipelining.SkipsAfterFailure) return 0;
        var end = first;
        while (end < scripts.Length && end - first < size && scripts[end] is { IsOneTransaction: true, IsWaiting: false, Section: { Timeout: null, ForeignKeys: ForeignKeyEnforcement.AsItIs } }) end++;
        return end - first;
    }
}
