using System.Collections.Immutable;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>
/// Puts tables after those that they refer to. Where foreign keys go round in a circle, one of them is cut off: it is added when
/// both tables are there, or dropped while they still are.
/// </summary>
internal sealed class TableOrder
{
    private readonly IReadOnlyList<Table> tables;
    private readonly HashSet<int>[] needs;
    private readonly List<int>[] neededBy;
    private readonly Dictionary<ObjectName, int> places = [];
    private readonly Queue<int> ready = [];
    private readonly HashSet<ForeignKey>?[] cut;
    private readonly bool[] isPlaced;

    private TableOrder(IReadOnlyList<Table> tables)
    {
        this.tables = tables;
        cut = new HashSet<ForeignKey>?[tables.Count];
        isPlaced = new bool[tables.Count];
        for (var place = 0; place < tables.Count; place++) places.Add(tables[place].Name, place);
        needs = [.. tables.Select((table, place) => Needed(table).Select(Place).Where(needed => needed >= 0 && needed != place).ToHashSet())];
        neededBy = [.. tables.Select(_ => new List<int>())];
        for (var place = 0; place < tables.Count; place++)
        {
            foreach (var needed in needs[place]) neededBy[needed].Add(place);
        }
    }

    /// <summary>The tables in their order, each with those of its foreign keys that have to stand apart.</summary>
    internal static ImmutableArray<(Table Table, ImmutableArray<ForeignKey> Apart)> Of(IReadOnlyList<Table> tables) => new TableOrder(tables).Sort();

    private static IEnumerable<ObjectName> Needed(Table table) =>
        table.ForeignKeys.Select(key => key.ReferencedTable).Concat(table.Options.PartitionOf is { } part ? [part.Parent] : []).Concat(table.Options.Inherits);

    private int Place(ObjectName name) => places.GetValueOrDefault(name, -1);

    private ImmutableArray<(Table, ImmutableArray<ForeignKey>)> Sort()
    {
        var sorted = ImmutableArray.CreateBuilder<(Table, ImmutableArray<ForeignKey>)>(tables.Count);
        var open = 0;
        for (var place = 0; place < tables.Count; place++)
        {
            if (needs[place].Count == 0) ready.Enqueue(place);
        }

        while (sorted.Count < tables.Count)
        {
            while (ready.TryDequeue(out var place))
            {
                isPlaced[place] = true;
                sorted.Add((tables[place], cut[place] is { } keys ? [.. keys] : []));
                foreach (var user in neededBy[place]) Release(user, place);
            }

            while (open < tables.Count && isPlaced[open]) open++;
            if (open < tables.Count) CutCircle(open);
        }

        return sorted.MoveToImmutable();
    }

    private void Release(int place, int needed)
    {
        if (needs[place].Remove(needed) && needs[place].Count == 0 && !isPlaced[place]) ready.Enqueue(place);
    }

    // Whoever is still open needs another that is: following that comes round. A partition cannot do without its parent, nor
    // an heir without what it inherits from, but these alone do not go round.
    private void CutCircle(int start)
    {
        var steps = new Dictionary<int, int>();
        var place = start;
        while (steps.TryAdd(place, steps.Count)) place = needs[place].First();
        var circle = steps.Where(step => step.Value >= steps[place]).Select(step => step.Key).ToArray();
        for (var i = 0; i < circle.Length; i++)
        {
            var needed = circle[(i + 1) % circle.Length];
            if (tables[circle[i]].Options.PartitionOf?.Parent == tables[needed].Name || tables[circle[i]].Options.Inherits.Contains(tables[needed].Name)) continue;
            (cut[circle[i]] ??= []).UnionWith(tables[circle[i]].ForeignKeys.Where(key => key.ReferencedTable == tables[needed].Name));
            Release(circle[i], needed);
            return;
        }

        throw new GodwitException(ErrorCode.InvalidDefinition, $"The table {tables[start].Name} is a partition of itself, by way of others.", "Correct what it is a partition of.");
    }
}
