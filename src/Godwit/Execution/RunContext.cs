using Godwit.Dialects;
using Godwit.History;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>What every part of a run works with.</summary>
/// <param name="Session">The session that does the work.</param>
/// <param name="Store">The history.</param>
/// <param name="Held">The lock.</param>
/// <param name="Emit">Where events go.</param>
/// <param name="Plan">The plan that is carried out.</param>
internal sealed record RunContext(DatabaseSession Session, HistoryStore Store, HeldLock Held, Action<ExecutionEvent> Emit, Plan Plan)
{
    /// <summary>The dialect's traits.</summary>
    internal required DialectTraits Traits { get; init; }

    /// <summary>The database, as errors name it.</summary>
    internal required string Database { get; init; }

    /// <summary>Whether the caller has cancelled the run; a statement may also be ended by the server, or for taking too long.</summary>
    internal required CancellationToken Cancellation { get; init; }

    /// <summary>How long to wait for what another run holds or has left running.</summary>
    internal required TimeSpan LockTimeout { get; init; }

    /// <summary>How long statements wait for locks that others hold.</summary>
    internal required LockWaiting Waiting { get; init; }

    /// <summary>The place of a step in the plan.</summary>
    internal int IndexOf(PlanStep step) => Plan.Steps.IndexOf(step);
}
