namespace Godwit.Tests.Architecture;

/// <summary>Ways that lead back to where they began.</summary>
internal static class Circles
{
    /// <summary>For each place on a circle one shortest circle through it, the same circle only once.</summary>
    internal static IReadOnlyList<string> Find(IEnumerable<Arrow> arrows)
    {
        var next = arrows.Where(arrow => arrow.From != arrow.To).ToLookup(arrow => arrow.From, arrow => arrow.To);
        return [.. next.Select(way => way.Key).Order(StringComparer.Ordinal)
            .Select(start => WayBack(start, next)).OfType<IReadOnlyList<string>>()
            .DistinctBy(way => string.Join('|', way.Order(StringComparer.Ordinal)))
            .Select(way => string.Join(" -> ", [.. way, way[0]]))];
    }

    private static IReadOnlyList<string>? WayBack(string start, ILookup<string, string> next)
    {
        var ways = new Queue<IReadOnlyList<string>>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var place in next[way[^1]])
            {
                if (place == start) return way;
                if (seen.Add(place)) ways.Enqueue([.. way, place]);
            }
        }

        return null;
    }
}
