namespace Godwit.Planning;

/// <summary>One migration that a plan applies or undoes.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="Action">What is done with it.</param>
public sealed record PlanStep(MigrationStanding Migration, StepAction Action)
{
    /// <summary>The migration's id.</summary>
    public string Id => Migration.Id.Text;

    /// <summary>Which way it goes.</summary>
    public Migrations.Direction Direction =>
        Action is StepAction.Apply or StepAction.Reapply or StepAction.Resume or StepAction.Succeed ? Migrations.Direction.Up : Migrations.Direction.Down;
}

/// <summary>What a plan does with a migration.</summary>
public enum StepAction
{
    /// <summary>It is applied for the first time.</summary>
    Apply,

    /// <summary>It is repeatable and has changed: it is applied again.</summary>
    Reapply,

    /// <summary>An earlier run stopped inside it: its remaining steps are run.</summary>
    Resume,

    /// <summary>It is a baseline, and the database has all that it stands for: it is recorded in their place; there is nothing to run.</summary>
    Succeed,

    /// <summary>It is undone by its file's down.</summary>
    Undo,

    /// <summary>It is undone by the down that the history kept, because its file is gone or was edited.</summary>
    UndoFromHistory,

    /// <summary>Its row is taken out of the history; there is nothing to run.</summary>
    Forget,
}
