using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>Puts migrations after those that they name in <c>depends</c>.</summary>
internal sealed class DependencyOrder
{
    private readonly ImmutableArray<MigrationId> ids;
    private readonly RevisionResolver resolver;
    private readonly Dictionary<MigrationId, int> places = [];
    private readonly List<int>[] dependents;
    private readonly List<int>[] dependencies;
    private readonly Dictionary<(int Dependent, int Needed), SourceLocation?> lines = [];

    private DependencyOrder(ImmutableArray<MigrationId> ids, IEnumerable<MigrationId> applied)
    {
        this.ids = ids;
        resolver = new RevisionResolver(ids.Concat(applied));
        for (var place = 0; place < ids.Length; place++) places.Add(ids[place], place);
        dependents = [.. ids.Select(_ => new List<int>())];
        dependencies = [.. ids.Select(_ => new List<int>())];
    }

    /// <summary>
    /// The same migrations with each after those it depends on. Nothing else moves: of those that can be next, the one that
    /// stood first is.
    /// </summary>
    /// <param name="ids">The migrations to be applied, in their order.</param>
    /// <param name="dependenciesOf">What each names.</param>
    /// <param name="applied">Migrations that are there already, so that depending on them asks for nothing.</param>
    /// <exception cref="GodwitException">
    /// A dependency names no migration or several, or migrations depend on one another in a circle.
    /// </exception>
    internal static ImmutableArray<MigrationId> Arrange(
        ImmutableArray<MigrationId> ids,
        Func<MigrationId, ImmutableArray<Dependency>> dependenciesOf,
        IEnumerable<MigrationId> applied)
    {
        var order = new DependencyOrder(ids, applied);
        for (var place = 0; place < ids.Length; place++) order.Add(place, dependenciesOf(ids[place]));
        return order.Sort();
    }

    private void Add(int place, ImmutableArray<Dependency> named)
    {
        foreach (var dependency in named)
        {
            if (!places.TryGetValue(Find(ids[place], dependency), out var needed) || dependencies[place].Contains(needed)) continue;
            dependencies[place].Add(needed);
            lines.Add((place, needed), dependency.Location);
            dependents[needed].Add(place);
        }
    }

    private MigrationId Find(MigrationId dependent, Dependency dependency)
    {
        var matches = resolver.Matches(dependency.Revision);
        if (matches.Length == 1) return matches[0];
        throw matches.IsEmpty
            ? Missing(dependent, dependency)
            : RevisionResolver.Ambiguous(dependency.Revision, matches, dependency.Location);
    }

    private ImmutableArray<MigrationId> Sort()
    {
        var open = new int[ids.Length];
        var ready = new PriorityQueue<int, int>();
        for (var place = 0; place < ids.Length; place++)
        {
            open[place] = dependencies[place].Count;
            if (open[place] == 0) ready.Enqueue(place, place);
        }

        var sorted = ImmutableArray.CreateBuilder<MigrationId>(ids.Length);
        while (ready.TryDequeue(out var place, out _))
        {
            sorted.Add(ids[place]);
            foreach (var dependent in dependents[place])
            {
                if (--open[dependent] == 0) ready.Enqueue(dependent, dependent);
            }
        }

        return sorted.Count == ids.Length ? sorted.MoveToImmutable() : throw Cycle(open);
    }

    // Whoever is still open depends on another that is; following that must come round.
    private GodwitException Cycle(int[] open)
    {
        var path = new List<int>();
        var place = Array.FindIndex(open, count => count > 0);
        while (!path.Contains(place))
        {
            path.Add(place);
            place = dependencies[place].Find(needed => open[needed] > 0);
        }

        path.RemoveRange(0, path.IndexOf(place));
        path.Add(place);
        var circle = string.Join(", which depends on ", path.Select(member => ids[member]));
        return new GodwitException(
            ErrorCode.DependencyCycle,
            $"Migrations depend on one another in a circle: {circle}.",
            "Remove one of their depends or parent lines, or let godwit rebase put one of them after the others.",
            lines[(path[0], path[1])]);
    }

    private GodwitException Missing(MigrationId dependent, Dependency dependency)
    {
        var nearest = Suggestion.Nearest(dependency.Revision, ids.Select(id => id.Text));
        return new GodwitException(
            ErrorCode.MissingDependency,
            $"{dependent} depends on {dependency.Revision}, and no migration is called that.",
            nearest is null ? "Add that migration, or correct the line that names it." : $"Did you mean {nearest}?",
            dependency.Location);
    }
}
