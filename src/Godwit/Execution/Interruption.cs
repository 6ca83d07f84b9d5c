using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>The words for a run that was stopped between two of its steps, or in the middle of one by the loss of its lock.</summary>
internal static class Interruption
{
    internal static GodwitException Cancelled(IReadOnlyList<PlanStep> completed, Exception inner) => new(
        ErrorCode.Cancelled, "The run was cancelled.", "Run it again to continue.", state: State(completed), inner: inner);

    internal static GodwitException LockLost(IReadOnlyList<PlanStep> completed, Exception inner) => new(
        ErrorCode.LockLost, "The run lost its lock: somebody ended it with godwit unlock, or the connection that held the lock broke.",
        "Run it again to continue: it first finds out what the interrupted statement did.", state: State(completed), inner: inner);

    private static string State(IReadOnlyList<PlanStep> completed) => completed.Count switch
    {
        0 => "No migration was completed by this run.",
        1 => $"{completed[0].Id} was completed and stays.",
        var count => $"{count} migrations were completed and stay, the last one {completed[^1].Id}.",
    };
}
