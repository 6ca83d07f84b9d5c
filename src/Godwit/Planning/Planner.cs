using Godwit.Configuration;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>Decides which migrations are applied or undone. Lists in, list out: it touches nothing.</summary>
public static class Planner
{
    /// <summary>The way to a target.</summary>
    /// <param name="survey">The migrations beside the history.</param>
    /// <param name="target">Where to go.</param>
    /// <param name="outOfOrder">What becomes of a pending migration that sorts before an applied one.</param>
    /// <exception cref="GodwitException">The target names no migration, or several.</exception>
    public static Plan Plan(Survey survey, Target target, OutOfOrder outOfOrder) =>
        target.Direction is Direction.Up
            ? new UpPlanner(survey, outOfOrder).Plan(target)
            : new DownPlanner(survey).Plan(target);
}
