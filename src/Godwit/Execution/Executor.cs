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
            var done = 1;
            if (group > 0) done = await transactions.RunPipelinedAsync(scripts[next..(next + group)], cancellation);
            else await RunAloneAsync(scripts[next], cancellation);
            next += done;
            size = Stopwatch.GetElapsedTime(started) < Quick * Math.Max(1, group) ? Math.Min(size * 2, MostInOneMessage) : 1;
        }
    }

    private void Notice(StepScript script)
    {
        foreach (var notice in script.Notices) context.Emit(new ExecutionEvent.Noticed(notice));
    }

    private async Task RunAloneAsync(StepScript script, CancellationToken cancellation)
    {
        await using var suspended = script.Section.ForeignKeys is ForeignKeyEnforcement.Suspended
            ? await context.Session.SuspendForeignKeysAsync(cancellation)
            : null;
        if (script.IsOneTransaction) await transactions.RunAsync(script, cancellation);
        else await new JournaledStep(context, script).RunAsync(cancellation);
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
