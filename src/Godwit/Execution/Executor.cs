using System.Collections.Immutable;
using System.Diagnostics;
using Godwit.Dialects;

namespace Godwit.Execution;

/// <summary>Carries out the steps of a plan, in order.</summary>
internal sealed class Executor(RunContext context)
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
            var started = Stopwatch.GetTimestamp();
            var group = Group(scripts, next, size);
            if (group > 0) await transactions.RunPipelinedAsync(scripts[next..(next + group)], cancellation);
            else await RunAloneAsync(scripts[next], cancellation);
            next += Math.Max(1, group);
            size = Stopwatch.GetElapsedTime(started) < Quick * Math.Max(1, group) ? Math.Min(size * 2, MostInOneMessage) : 1;
        }
    }

    private Task RunAloneAsync(StepScript script, CancellationToken cancellation) => script.IsOneTransaction
        ? transactions.RunAsync(script, cancellation)
        : new JournaledStep(context, script).RunAsync(cancellation);

    // How many of the next scripts can travel in one message; 0 where the next one cannot.
    private int Group(ImmutableArray<StepScript> scripts, int first, int size)
    {
        if (context.Traits.Pipelining is not Pipelining.SkipsAfterFailure) return 0;
        var end = first;
        while (end < scripts.Length && end - first < size && scripts[end] is { IsOneTransaction: true, Section.Timeout: null }) end++;
        return end - first;
    }
}
