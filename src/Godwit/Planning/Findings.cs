using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>The words for what a planner finds.</summary>
internal static class Findings
{
    internal static Finding Broken(GodwitException problem) => new(
        Severity.Error, problem.Code, problem.Message, problem.Remedy ?? "Correct the file, then try again.", problem.Location);

    internal static Finding SeveralHeads(Survey survey)
    {
        var graph = survey.Graph;
        var heads = graph.Heads;
        var fork = Fork(graph, heads);
        var mine = heads.LastOrDefault(head => survey.Find(head) is { Applied: null }) ?? heads[^1];
        return new Finding(
            Severity.Error, ErrorCode.SeveralHeads,
            $"There are {heads.Length} heads, {string.Join(" and ", heads.Select(head => survey.Find(head)?.Source is { } source ? $"{head} ({source.Path})" : head.Text))}: "
            + (fork is null ? "they have nothing in common." : $"all build on {fork}, and nothing joins them."),
            $"Join them: godwit merge writes an empty migration that builds on both. Or put yours after the other: godwit rebase {mine}. "
            + "godwit upgrade heads applies them as they are.",
            survey.Find(mine)?.Location);
    }

    internal static Finding BehindMerge(RevisionGraph graph, MigrationId target, MigrationId beside)
    {
        var merge = graph.Order.FirstOrDefault(id => graph.LineageOf(id) is var lineage && lineage.Contains(target) && lineage.Contains(beside));
        var fork = Fork(graph, [target, beside]);
        return new Finding(
            Severity.Error, ErrorCode.BehindMerge,
            $"{target} is on one branch, and {beside}, which is applied too, on another" + (merge is null ? "." : $": {merge} joins them.")
            + $" Going back to {target} does not decide what happens to {beside}.",
            $"godwit downgrade {fork?.Text ?? "base"} undoes both branches; godwit downgrade -1 undoes the newest migration, whichever it is on.");
    }

    // The newest that all of them build on; null when they have nothing in common.
    private static MigrationId? Fork(RevisionGraph graph, ImmutableArray<MigrationId> heads)
    {
        var common = graph.LineageOf(heads[0]);
        foreach (var head in heads) common = common.Intersect(graph.LineageOf(head));
        return graph.Order.LastOrDefault(common.Contains);
    }

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
        $"{migration.Id} is pending, but {current.Id}, which comes after it, is already applied.",
        severity is Severity.Error
            ? $"Give the file a version after {current.Id}; or allow it: --out-of-order allow"
            : "It is applied now, so new databases get the two in another order. Give the file a later version to avoid that.",
        migration.Location);

    internal static Finding Late(MigrationStanding migration, MigrationId newest, string branch) => new(
        Severity.Error, ErrorCode.OutOfOrder,
        $"{migration.Id} sorts before {newest}, which {branch} has already: databases that have {newest} would get them in another order.",
        $"Give it a version after that one: godwit rebase --since {branch}",
        migration.Location);

    internal static Finding HalfApplied(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.InDoubt,
        $"{migration.Id} is applied only in part: an earlier run stopped inside it.",
        "Finish it first: godwit migrate continues where that run stopped. godwit status --verbose shows the step.",
        migration.Location);

    internal static Finding HalfUndone(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.InDoubt,
        $"{migration.Id} is undone only in part: an earlier rollback stopped inside it.",
        "Finish that first: godwit rollback --count 1 continues where it stopped.",
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

    internal static Finding Baseline(MigrationStanding migration) => new(
        Severity.Error, ErrorCode.MissingDown,
        $"{migration.Id} is a baseline: it holds the whole schema, and undoing it would drop everything.",
        "In development, godwit migrate:fresh drops everything and applies all migrations. To make the baseline reversible, write its down.",
        migration.Location);
}
