using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>
/// Which migration builds on which. One that does not say so builds on the one before it in the order of names. Repeatable migrations build
/// on all others and are not in it.
/// </summary>
public sealed class RevisionGraph
{
    private readonly Dictionary<MigrationId, ImmutableArray<MigrationId>> parents = [];
    private readonly Dictionary<MigrationId, List<MigrationId>> children = [];
    private readonly Dictionary<MigrationId, ImmutableArray<MigrationId>> needed = [];

    private RevisionGraph(ImmutableArray<MigrationId> order) => Order = order;

    /// <summary>The migrations, each after those it builds on or depends on, otherwise in the order of names.</summary>
    public ImmutableArray<MigrationId> Order { get; }

    /// <summary>The migrations that nothing builds on, in that order. Two or more are branches that nobody has joined.</summary>
    public ImmutableArray<MigrationId> Heads => [.. Order.Where(id => ChildrenOf(id).IsEmpty)];

    /// <summary>Whether a migration says itself what it builds on. Where none does, the graph is a line.</summary>
    public bool IsExplicit { get; private init; }

    /// <summary>What a migration builds on; none for the first one.</summary>
    public ImmutableArray<MigrationId> ParentsOf(MigrationId id) => parents.TryGetValue(id, out var found) ? found : [];

    /// <summary>What builds on a migration.</summary>
    public ImmutableArray<MigrationId> ChildrenOf(MigrationId id) => children.TryGetValue(id, out var found) ? [.. found] : [];

    /// <summary>A migration and all that must be applied before it.</summary>
    public ImmutableHashSet<MigrationId> LineageOf(MigrationId id) => LineageOf([id]);

    /// <summary>Some migrations and all that must be applied before one of them.</summary>
    public ImmutableHashSet<MigrationId> LineageOf(IEnumerable<MigrationId> ids)
    {
        var lineage = ImmutableHashSet.CreateBuilder<MigrationId>();
        var open = new Stack<MigrationId>(ids);
        while (open.TryPop(out var next))
        {
            if (!lineage.Add(next)) continue;
            foreach (var before in ParentsOf(next)) open.Push(before);
            if (needed.TryGetValue(next, out var others)) foreach (var before in others) open.Push(before);
        }

        return lineage.ToImmutable();
    }

    /// <summary>All that a migration must be applied before, in order.</summary>
    internal ImmutableArray<MigrationId> AboveOf(MigrationId id)
    {
        var under = new HashSet<MigrationId> { id };
        return [.. Order.Where(other => !other.Equals(id) && (ParentsOf(other).Any(under.Contains) || (needed.TryGetValue(other, out var others) && others.Any(under.Contains))) && under.Add(other))];
    }

    /// <summary>A graph of migrations in the order of names.</summary>
    /// <exception cref="GodwitException">One names a migration that does not exist or several, or they build on one another in a circle.</exception>
    internal static RevisionGraph Of(ImmutableArray<RevisionNode> nodes)
    {
        nodes = [.. nodes.DistinctBy(node => node.Id)];
        var byId = nodes.ToDictionary(node => node.Id);
        var resolver = new RevisionResolver(byId.Keys);
        var order = DependencyOrder.Arrange([.. nodes.Select(node => node.Id)], id => byId[id].Needed, []);
        var graph = new RevisionGraph(order) { IsExplicit = nodes.Any(node => node.Parents is not null) };
        for (var place = 0; place < order.Length; place++)
        {
            var node = byId[order[place]];
            ImmutableArray<MigrationId> before = place == 0 ? [] : [order[place - 1]];
            graph.Add(node.Id, node.Parents is { } named ? Found(resolver, named) : before, Found(resolver, node.DependsOn));
        }

        return graph;
    }

    private void Add(MigrationId id, ImmutableArray<MigrationId> buildsOn, ImmutableArray<MigrationId> dependsOn)
    {
        parents.Add(id, buildsOn);
        if (!dependsOn.IsEmpty) needed.Add(id, dependsOn);
        foreach (var parent in buildsOn)
        {
            if (!children.TryGetValue(parent, out var list)) children.Add(parent, list = []);
            list.Add(id);
        }
    }

    // Arranging them has refused those that name none or several.
    private static ImmutableArray<MigrationId> Found(RevisionResolver resolver, ImmutableArray<Dependency> named) =>
        [.. named.Where(parent => !RevisionNode.IsBase(parent)).Select(parent => resolver.Matches(parent.Revision)[0]).Distinct()];
}
