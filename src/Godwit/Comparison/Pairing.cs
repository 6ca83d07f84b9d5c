using System.Collections.Immutable;

namespace Godwit.Comparison;

/// <summary>What two lists have in common by a key, and what only one of them has, in their order.</summary>
internal sealed class Pairing<T>
{
    private Pairing(ImmutableArray<(T From, T To)> both, ImmutableArray<T> gone, ImmutableArray<T> added)
    {
        Both = both;
        Gone = gone;
        Added = added;
    }

    internal ImmutableArray<(T From, T To)> Both { get; }

    internal ImmutableArray<T> Gone { get; }

    internal ImmutableArray<T> Added { get; }

    internal static Pairing<T> By<TKey>(IReadOnlyCollection<T> from, IReadOnlyCollection<T> to, Func<T, TKey> key)
        where TKey : notnull
    {
        var left = new Dictionary<TKey, T>(from.Count);
        foreach (var item in from) left.TryAdd(key(item), item);
        var both = ImmutableArray.CreateBuilder<(T, T)>();
        var added = ImmutableArray.CreateBuilder<T>();
        foreach (var item in to)
        {
            if (left.Remove(key(item), out var other)) both.Add((other, item));
            else added.Add(item);
        }

        return new Pairing<T>(both.DrainToImmutable(), left.Count == 0 ? [] : [.. from.Where(item => left.ContainsKey(key(item)))], added.DrainToImmutable());
    }
}
