using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Godwit.Schema;

/// <summary>An immutable list that equals another one when their elements do, in order: what records need to be compared by value.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    internal static readonly ValueList<T> Empty = new([]);

    private readonly ImmutableArray<T> items;

    internal ValueList(ImmutableArray<T> items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>This list with one more element at its end.</summary>
    public ValueList<T> Add(T item) => new(items.Add(item));

    /// <summary>This list with an element put in at a place.</summary>
    public ValueList<T> Insert(int index, T item) => new(items.Insert(index, item));

    /// <summary>This list without the elements that a test accepts.</summary>
    public ValueList<T> Without(Predicate<T> test) => new(items.RemoveAll(test));

    /// <summary>This list with every element changed by a function.</summary>
    public ValueList<T> Select(Func<T, T> change) => items.IsEmpty ? this : new(ImmutableArray.CreateRange(items, change));

    /// <summary>The place of the first element that a test accepts; -1 when there is none.</summary>
    public int IndexOf(Predicate<T> test)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (test(items[i])) return i;
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", items)}]";

    /// <summary>Goes through the elements without an allocation.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)items).GetEnumerator();
}

/// <summary>Makes lists that are compared by value.</summary>
public static class ValueList
{
    /// <summary>A list of elements; what a collection expression calls.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(ImmutableArray.Create(items));

    /// <summary>A list of the elements of a sequence.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => ImmutableArray.CreateRange(items) is { IsEmpty: false } some ? new ValueList<T>(some) : ValueList<T>.Empty;
}
