using Godwit.Migrations;

namespace Godwit.History;

/// <summary>A row of the journal: one step of a migration that cannot be one transaction.</summary>
/// <param name="Migration">The migration's id.</param>
/// <param name="Direction">Whether it was being applied or undone.</param>
/// <param name="Index">The place of the step's last statement among the migration's statements, counted from 0.</param>
/// <param name="Hash">The hash of the statements up to and including this step, chained.</param>
/// <param name="State">How far the step has come.</param>
/// <param name="Error">What the database said when the step failed.</param>
public sealed record JournalEntry(string Migration, Direction Direction, int Index, string Hash, StepState State, string? Error)
{
    /// <summary>The first key that a walk through ranges has not reached; null for other steps.</summary>
    public long? Position { get; init; }
}

/// <summary>How far a step has come. Each is stored by its name in lower case.</summary>
public enum StepState
{
    /// <summary>It was begun; whether the database finished it is not known.</summary>
    Running,

    /// <summary>Its effect is there.</summary>
    Done,

    /// <summary>The database refused it, and nothing of it is there.</summary>
    Failed,
}
