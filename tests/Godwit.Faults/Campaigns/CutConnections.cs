using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>As <see cref="FailPoints"/>, but the runner lives on and finds its connection cut.</summary>
internal sealed class CutConnections(FaultTarget target, Tally tally) : FailPoints(target, tally)
{
    internal override string Name => "cut connections";

    protected override void Break(RunnerProcess runner) => Tally.Fault();

    protected override bool IsExpected(Outcome outcome) =>
        outcome.End is End.Well
        || outcome is { End: End.Refused, Code: ErrorCode.ConnectionLost or ErrorCode.ServerUnreachable or ErrorCode.LockLost };
}
