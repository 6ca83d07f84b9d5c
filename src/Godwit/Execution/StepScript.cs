using System.Collections.Immutable;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>A step of a plan with the statements that carry it out.</summary>
/// <param name="Step">The step.</param>
/// <param name="Section">The statements of the migration in the step's direction.</param>
/// <param name="Segments">The parts in which they take effect.</param>
/// <param name="Record">What the history is told of it.</param>
internal sealed record StepScript(PlanStep Step, MigrationSection Section, ImmutableArray<Segment> Segments, HistoryRecord Record)
{
    /// <summary>Whether its statements can only be found when its turn has come: they depend on the schema that it meets.</summary>
    internal bool IsWaiting { get; private init; }

    /// <summary>The schema afterwards, for a migration in C# where it was known before; null otherwise.</summary>
    internal DatabaseSchema? After { get; init; }

    /// <summary>What a person should know about it.</summary>
    internal ImmutableArray<Finding> Notices { get; init; } = [];

    /// <summary>Whether the migration is one transaction together with its history row.</summary>
    internal bool IsOneTransaction =>
        Step.Action is not StepAction.Resume
        && Step.Migration.Standing is not (Standing.Running or Standing.Failed)
        && (Segments.IsEmpty || (Segments.Length == 1 && Segments[0].Mode is SegmentMode.Transaction));

    /// <summary>A step whose statements are found later.</summary>
    internal static StepScript Waiting(PlanStep step, HistoryRecord record) =>
        new(step, new MigrationSection([], TransactionMode.On, null), [], record) { IsWaiting = true };
}
