namespace Godwit.Planning;

/// <summary>The words for what a planner finds.</summary>
internal static class Findings
{
    internal static Finding Broken(GodwitException problem) => new(
        Severity.Error, problem.Code, problem.Message, problem.Remedy ?? "Mend the file, then try again.", problem.Location);

    internal static Finding Edited(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.EditedAfterApplied,
        $"{migration.Id} was edited after it was applied: the database holds what it said before, not what it says now.",
        "Put the file back as it was (git log -p shows the edit) and make the change in a new migration; "
        + $"or, if the edit changes nothing in the database, accept it: godwit repair {migration.Id}",
        migration.Location);

    internal static Finding Missing(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.AppliedButMissing,
        $"{migration.Id} is applied, but its file is gone.",
        "Bring the file back (git log --diff-filter=D --name-only finds it); or undo the migration: godwit rollback"
        + (migration.Applied!.HasDownSql ? " runs the down that the history kept" : " takes it out of the history")
        + $"; or forget it and keep what it did: godwit repair {migration.Id}");

    internal static Finding OutOfOrder(MigrationStanding migration, MigrationStanding current, Severity severity) => new(
        severity, ErrorCode.OutOfOrder,
        $"{migration.Id} is pending, but {current.Id}, which comes after it, is applied already.",
        severity is Severity.Error
            ? $"Give the file a version after {current.Id}; or allow it: --out-of-order allow"
            : "It is applied now, so databases set up from the beginning get the two in another order. A later version for the file avoids that.",
        migration.Location);

    internal static Finding HalfApplied(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.InDoubt,
        $"{migration.Id} is applied only in part: an earlier run stopped inside it.",
        "Finish it first: godwit migrate goes on where that run stopped. godwit status --verbose shows the step.",
        migration.Location);

    internal static Finding HalfUndone(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.InDoubt,
        $"{migration.Id} is undone only in part: an earlier rollback stopped inside it.",
        "Finish that first: godwit rollback --count 1 goes on where it stopped.",
        migration.Location);

    internal static Finding UndoWithoutFile(MigrationStanding migration) => new(
        Severity.Warning, ErrorCode.AppliedButMissing,
        $"The file of {migration.Id} is gone.",
        migration.Applied!.HasDownSql
            ? "It is undone with the down that the history kept."
            : "The history kept no down for it: it is taken out of the history, and what it did stays in the database.");

    internal static Finding UndoEdited(MigrationStanding migration) => new(
        Severity.Warning, ErrorCode.EditedAfterApplied,
        $"{migration.Id} was edited after it was applied.",
        "It is undone with the down that the history kept, which belongs to what was applied.",
        migration.Location);

    internal static Finding NoDown(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.MissingDown,
        $"{migration.Id} cannot be undone: it has no down.",
        "Write a section that begins with the line -- DOWN into the file (an empty section says that there is nothing to undo).",
        migration.Location);
}
