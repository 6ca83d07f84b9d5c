using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>Decides which rows a history gets and loses so that it says the database is at a revision. Pure.</summary>
internal static class StampPlanner
{
    /// <summary>The change that leads there.</summary>
    /// <exception cref="GodwitException">
    /// The revision names no migration or several, one of the migrations to be recorded cannot be read, or one was left half done.
    /// </exception>
    internal static Stamp Plan(Survey survey, string revision, StampedRows rows)
    {
        if (!survey.Problems.IsEmpty) throw survey.Problems[0];
        var all = revision.Equals("heads", StringComparison.OrdinalIgnoreCase);
        var target = all ? null : survey.Resolve(revision);
        var lineage = target is null ? null : survey.Graph.LineageOf(target);
        if (rows is StampedRows.Keep && survey.Migrations.FirstOrDefault(IsHalfDone) is { } halfDone) throw HalfDone(halfDone);
        var isHead = all || (target is not null && survey.Graph.Heads is [var only] && only.Equals(target));
        var there = survey.Migrations.Where(migration => migration.Id.IsRepeatable ? isHead : all || lineage?.Contains(migration.Id) is true);
        var recorded = there.Where(migration => migration.Standing is not (Standing.Missing or Standing.OtherEnvironment)
            && (rows is StampedRows.Purge || migration.Applied is null)).ToImmutableArray();
        if (recorded.FirstOrDefault(migration => migration.Problem is not null) is { } broken) throw broken.Problem!;
        var removed = survey.Applied.Where(migration => rows is StampedRows.Purge || (!all && IsBeyond(migration, lineage)) || IsSucceeded(migration, recorded)).Select(migration => migration.Id.Text);
        return new Stamp(recorded, [.. removed]);
    }

    private static bool IsBeyond(MigrationStanding migration, ImmutableHashSet<MigrationId>? lineage) =>
        !migration.Id.IsRepeatable && lineage?.Contains(migration.Id) is not true;

    // The history has either a baseline or what it stands for.
    private static bool IsSucceeded(MigrationStanding migration, ImmutableArray<MigrationStanding> recorded) =>
        recorded.Any(baseline => baseline.Standing is Standing.Succeeding && baseline.Script!.Replaced!.Value.Contains(migration.Id.Text));

    private static bool IsHalfDone(MigrationStanding migration) => migration.Standing is Standing.Running or Standing.Failed;

    private static GodwitException HalfDone(MigrationStanding migration) => new(
        ErrorCode.InDoubt, $"{migration.Id} was left half done by an earlier run, so nobody can say where the database is.",
        $"Resolve it first: godwit migrate continues it, godwit repair {migration.Id} decides what became of it; or clear the history with --purge.",
        migration.Location, "Nothing was changed.");
}
