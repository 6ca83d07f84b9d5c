using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>Finds the migrations that have to move, and where to. Pure.</summary>
/// <param name="survey">The migrations beside the history.</param>
/// <param name="now">The time, UTC.</param>
internal sealed class RebasePlanner(Survey survey, DateTime now)
{
    /// <summary>The move.</summary>
    /// <param name="revisions">The migrations, or a head for all of its branch; none: those that stand in the way by themselves.</param>
    /// <param name="published">What another branch has: all that it lacks moves; null for none.</param>
    /// <exception cref="GodwitException">It is not clear which ones, or one of them is applied.</exception>
    internal Rebase Plan(IReadOnlyList<string> revisions, Published? published)
    {
        var chosen = Chosen(revisions, published).Distinct().OrderBy(PlaceOf).ToArray();
        if (Array.Find(chosen, migration => migration.Applied is not null) is { } applied) throw IsApplied(applied);
        if (Array.Find(chosen, migration => migration.Source is AssemblyMigration || migration.Id.IsRepeatable) is { } fixedOne) throw IsFixed(fixedOne);
        var moving = chosen.Select(migration => migration.Id).ToHashSet();
        var others = survey.Migrations.Select(migration => migration.Id).Where(id => !moving.Contains(id) && !id.Version.IsEmpty).Union(published?.Ids ?? []).ToArray();
        var parents = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var migration in chosen) AddParents(parents, migration, moving);
        var newest = others.Max();
        var isAfterAll = chosen.All(migration => newest is null || migration.Id.Version.CompareTo(newest.Version) > 0);
        if (chosen.Length == 0 || (parents.Count == 0 && isAfterAll)) return new Rebase([], parents.ToImmutable());
        var versions = new VersionAfter(others, now);
        return new Rebase([.. chosen.Select(migration => new RebasedMigration(migration.Source!, isAfterAll ? migration.Id : versions.Next(migration.Id)))], parents.ToImmutable());
    }

    private IEnumerable<MigrationStanding> Chosen(IReadOnlyList<string> revisions, Published? published)
    {
        if (revisions.Count > 0) return revisions.SelectMany(revision => survey.Resolve(revision) is { } id ? Branch(id) : throw NothingBefore());
        if (published is not null) return survey.Migrations.Where(migration => migration.Source is not null && !migration.Id.IsRepeatable && !published.Ids.Contains(migration.Id));
        var heads = survey.Graph.Heads;
        if (heads.Length > 1)
        {
            var open = heads.Where(head => survey.Find(head)!.Applied is null).ToArray();
            return open is [var mine] ? Branch(mine) : throw Unclear("several heads", heads);
        }

        return Late().Concat(Doubles());
    }

    // Of a branch, what no other head builds on, too.
    private IEnumerable<MigrationStanding> Branch(MigrationId id)
    {
        var graph = survey.Graph;
        if (!graph.IsExplicit) return [survey.Find(id)!];
        var above = graph.Heads.Where(head => graph.LineageOf(head).Contains(id)).ToArray();
        var others = graph.LineageOf(graph.Heads.Except(above));
        return graph.LineageOf(above).Where(member => !others.Contains(member)).Select(member => survey.Find(member)!).Where(member => member.Applied is null || member.Id.Equals(id));
    }

    private IEnumerable<MigrationStanding> Late() => survey.Pending.Where(migration =>
        !migration.Id.IsRepeatable && migration.Script!.Parents is null && survey.Current is { } current && migration.Id.CompareTo(current.Id) < 0);

    private List<MigrationStanding> Doubles()
    {
        var doubles = new List<MigrationStanding>();
        foreach (var same in survey.Migrations.Where(migration => !migration.Id.Version.IsEmpty && !migration.Id.Version.IsDay && migration.Source is not null).GroupBy(migration => migration.Id.Version))
        {
            var open = same.Where(migration => migration.Applied is null).ToArray();
            if (same.Count() < 2 || open.Length == 0) continue;
            if (open.Length == same.Count()) throw Unclear("the same version", same.Select(migration => migration.Id));
            doubles.AddRange(open);
        }

        return doubles;
    }

    // What a moving migration builds on, if that does not move with it, is now what nothing else builds on.
    private void AddParents(ImmutableDictionary<string, string>.Builder parents, MigrationStanding migration, HashSet<MigrationId> moving)
    {
        if (migration.Problem is not null || migration.Script!.Parents is not { } named) return;
        var graph = survey.Graph;
        var left = graph.Order.Where(id => !moving.Contains(id) && !graph.ChildrenOf(id).Any(child => !moving.Contains(child))).ToArray();
        if (graph.ParentsOf(migration.Id).All(moving.Contains)) return;
        if (named.Length > 1) throw IsMerge(migration);
        if (left is not [var onto]) throw Unclear("several heads beside it", left);
        if (!graph.ParentsOf(migration.Id).Contains(onto)) parents[named[0].Revision] = onto.Text;
    }

    private int PlaceOf(MigrationStanding migration) => survey.Migrations.IndexOf(migration);

    private static GodwitException NothingBefore() => new(ErrorCode.UnknownRevision, "base is the state before the first migration: there is nothing to move.", "Name a migration.");

    private static GodwitException Unclear(string what, IEnumerable<MigrationId> ids) => new(
        ErrorCode.Usage, $"There are {what}, and none or all of them may be yours: {string.Join(", ", ids)}.", "Name yours: godwit rebase REV; or say what the others have: --since origin/main.");

    private static GodwitException IsApplied(MigrationStanding migration) => new(
        ErrorCode.OutOfOrder, $"{migration.Id} is applied to this database: under another name it would be applied again.",
        "Undo it first, godwit rollback; where others have it already, leave it and join the branches with godwit merge.", migration.Location, "Nothing was changed.");

    private static GodwitException IsFixed(MigrationStanding migration) => new(
        ErrorCode.NotSupported, $"{migration.Id} cannot be renamed by the command: {(migration.Id.IsRepeatable ? "it is repeatable and has no version" : "it is compiled into an assembly")}.",
        "Rename its file in the application's project.", migration.Location, "Nothing was changed.");

    private static GodwitException IsMerge(MigrationStanding migration) => new(
        ErrorCode.NotSupported, $"{migration.Id} is a merge: it builds on branches, and moving it would lose one of them.",
        "Delete it, rebase the migrations under it, and write a new merge if one is still needed.", migration.Location, "Nothing was changed.");
}
