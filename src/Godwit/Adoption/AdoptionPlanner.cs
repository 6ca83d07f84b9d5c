using System.Collections.Immutable;
using Godwit.History;
using Godwit.Migrations;

namespace Godwit.Adoption;

/// <summary>Decides what is recorded for what another tool has applied. Pure.</summary>
internal static class AdoptionPlanner
{
    /// <summary>What is recorded, and what has no file.</summary>
    /// <param name="history">The other tool's history.</param>
    /// <param name="ids">The ids of the project's migrations, in their order.</param>
    /// <exception cref="GodwitException">The other tool's history holds a migration that failed.</exception>
    internal static AdoptionPlan Plan(ForeignHistory history, ImmutableArray<MigrationId> ids)
    {
        if (history.Entries.FirstOrDefault(entry => entry.State is ForeignState.Failed) is { } failed) throw HalfDone(history, failed);
        var matcher = new EntryMatcher(ids);
        var recorded = new List<AdoptedMigration>();
        var withoutFile = ImmutableArray.CreateBuilder<ForeignEntry>();
        foreach (var entry in history.Entries)
        {
            var covered = Covered(history, entry, matcher, ids);
            if (covered.IsEmpty) withoutFile.Add(entry);
            foreach (var id in covered.Where(id => recorded.TrueForAll(other => !other.Id.Equals(id))))
                recorded.Add(new AdoptedMigration(id, entry, entry.Batch ?? recorded.Count + 1));
        }

        var taken = recorded.Select(migration => migration.Id).ToHashSet();
        return new AdoptionPlan
        {
            History = history,
            Recorded = [.. recorded],
            WithoutFile = withoutFile.DrainToImmutable(),
            Pending = [.. ids.Where(id => !taken.Contains(id))],
        };
    }

    // Where one entry stands for all before it, too, it does so even when its own file is not here.
    private static ImmutableArray<MigrationId> Covered(ForeignHistory history, ForeignEntry entry, EntryMatcher matcher, ImmutableArray<MigrationId> ids)
    {
        var isNewest = history.IsNewestOnly || entry.State is ForeignState.UpToHere;
        if (matcher.Find(entry) is { } match)
            return isNewest ? [.. ids.Where(id => !id.IsRepeatable && id.CompareTo(match) <= 0)] : [match];
        if (!isNewest || entry.Version is null) return [];
        var version = MigrationVersion.At(entry.Version);
        return version.IsEmpty ? [] : [.. ids.Where(id => !id.Version.IsEmpty && id.Version.CompareTo(version) <= 0)];
    }

    private static GodwitException HalfDone(ForeignHistory history, ForeignEntry failed) => new(
        ErrorCode.InDoubt,
        $"{history.Tool} was left half done: its history {history.Table} says that {failed.Name} failed.",
        $"Finish or repair it with {history.Tool}, so that its history tells what is in the database; then run godwit adopt again.",
        state: "Nothing was changed.");
}
