using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Godwit.EntityFrameworkCore.Providers;

/// <summary>What a provider says of something beyond what all of them say, taken out one by one: what is left, nobody understood.</summary>
internal sealed class Annotations(IEnumerable<IAnnotation> all)
{
    private readonly SortedDictionary<string, object?> left = new(all.ToDictionary(annotation => annotation.Name, annotation => annotation.Value), StringComparer.Ordinal);

    /// <summary>The names of those that were not taken.</summary>
    internal IEnumerable<string> Left => left.Keys;

    /// <summary>The value of one; null when it was not said.</summary>
    internal object? Take(string name) => left.Remove(name, out var value) ? value : null;

    /// <summary>The text of one, which stays; null when it was not said.</summary>
    internal string? Peek(string name) => left.GetValueOrDefault(name)?.ToString();

    /// <summary>The text of one; null when it was not said.</summary>
    internal string? Text(string name) => Take(name)?.ToString();

    /// <summary>The items of one that is a list; none when it was not said.</summary>
    internal IReadOnlyList<string?> List(string name) => Take(name) is System.Collections.IEnumerable list and not string ? [.. list.Cast<object?>().Select(item => item?.ToString())] : [];

    /// <summary>Those whose names begin alike, without that beginning.</summary>
    internal IReadOnlyList<(string Name, string? Value)> TakeAll(string prefix)
    {
        var names = left.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        return [.. names.Select(name => (name[prefix.Length..], Text(name)))];
    }
}
