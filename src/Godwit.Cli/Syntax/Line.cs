using System.Globalization;

namespace Godwit.Cli.Syntax;

/// <summary>A command line that was understood: the options that were given, with their values, and the words beside them.</summary>
internal sealed class Line
{
    private readonly Dictionary<Option, List<string>> given = [];

    /// <summary>The words that belong to no option.</summary>
    internal List<string> Words { get; } = [];

    /// <summary>How often an option was given.</summary>
    internal int Count(Option option) => given.TryGetValue(option, out var values) ? values.Count : 0;

    internal bool Value(Flag option) => Last(option) is { } value && bool.Parse(value);

    internal string? Value(TextOption option) => Last(option);

    internal int? Value(NumberOption option) => Last(option) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    internal IReadOnlyList<string> Value(ListOption option) => given.TryGetValue(option, out var values) ? values : [];

    /// <summary>Notes an option with a value.</summary>
    internal void Add(Option option, string value)
    {
        if (!given.TryGetValue(option, out var values)) given.Add(option, values = []);
        values.Add(value);
    }

    private string? Last(Option option) => given.TryGetValue(option, out var values) ? values[^1] : null;
}
