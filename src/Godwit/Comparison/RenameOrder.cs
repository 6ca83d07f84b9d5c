namespace Godwit.Comparison;

/// <summary>Puts renames into an order in which no name is taken while it is given: a to b after b to c.</summary>
internal static class RenameOrder
{
    /// <param name="renames">The renames; no name is given or taken twice.</param>
    /// <param name="temporary">A name for the while when names go round in a circle, made of one of them.</param>
    internal static IEnumerable<(T From, T To)> Of<T>(IEnumerable<(T From, T To)> renames, Func<T, T> temporary)
        where T : notnull
    {
        var open = renames.ToDictionary(rename => rename.From, rename => rename.To);
        var ends = new Stack<(T From, T To)>();
        while (open.Count > 0)
        {
            var start = open.First();
            var next = start.Key;
            while (open.Remove(next, out var to))
            {
                ends.Push((next, to));
                next = to;
            }

            // It came round: the first one steps aside, and takes its place when that is free.
            var isCircle = EqualityComparer<T>.Default.Equals(next, start.Key);
            if (isCircle) yield return (start.Key, temporary(start.Key));
            while (ends.TryPop(out var rename))
            {
                var isAside = isCircle && ends.Count == 0;
                yield return isAside ? (temporary(rename.From), rename.To) : rename;
            }
        }
    }
}
