using Godwit.Operations;

namespace Godwit;

/// <summary>An operation that was complete when it was written.</summary>
internal sealed class FinishedDraft(Operation operation) : IDraft
{
    public IEnumerable<Operation> Freeze() => [operation];
}
