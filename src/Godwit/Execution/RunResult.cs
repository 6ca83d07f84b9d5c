using System.Collections.Immutable;
using Godwit.Planning;

namespace Godwit;

/// <summary>What a run did.</summary>
/// <param name="Plan">What was planned, with what a person should know about it.</param>
/// <param name="Completed">The migrations that were applied or undone, in order. Fewer than planned when another run did the others.</param>
/// <param name="Batch">The number of the run that applied them; null when nothing was applied.</param>
public sealed record RunResult(Plan Plan, ImmutableArray<PlanStep> Completed, int? Batch);
