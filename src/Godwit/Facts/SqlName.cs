using System.Diagnostics.CodeAnalysis;

namespace Godwit.Facts;

/// <summary>A name as it is written in SQL, quotes and qualification included.</summary>
/// <param name="Written">As it is written.</param>
internal sealed record SqlName(string Written)
{
    /// <summary>What two spellings of the same name share: without quotes, without the schema that is meant anyway, in one case.</summary>
    internal string Key { get; } = KeyOf(Written);

    /// <summary>The name itself, without qualification and quotes.</summary>
    internal string Bare { get; } = Unquote(LastPart(Written));

    public bool Equals(SqlName? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Written;

    /// <summary>A name with something after it, quoted as it is: <c>"Posts"</c> and <c>_old</c> make <c>"Posts_old"</c>.</summary>
    internal SqlName With(string ending) => new(Written.Length > 0 && Written[^1] is '"' or '`' or ']' ? Written[..^1] + ending + Written[^1] : Written + ending);

    /// <summary>A name that something is to be called which is made of several: quotes and dots gone.</summary>
    internal static string Joined(params ReadOnlySpan<string> parts) => string.Join('_', parts.ToArray().Select(part => Unquote(LastPart(part)).Replace(' ', '_')));

    [SuppressMessage("Globalization", "CA1308", Justification = "databases fold names to lower case")]
    private static string KeyOf(string written)
    {
        var key = string.Join('.', Parts(written).Select(part => Unquote(part).ToLowerInvariant()));
        foreach (var schema in (ReadOnlySpan<string>)["public.", "main."])
        {
            if (key.StartsWith(schema, StringComparison.Ordinal)) return key[schema.Length..];
        }

        return key;
    }

    private static string LastPart(string written) => Parts(written)[^1];

    // A dot inside quotes is part of a name.
    private static List<string> Parts(string written)
    {
        var parts = new List<string>();
        var start = 0;
        char close = default;
        for (var i = 0; i < written.Length; i++)
        {
            var letter = written[i];
            if (close != default) close = letter == close ? default : close;
            else if (letter is '"' or '`') close = letter;
            else if (letter == '[') close = ']';
            else if (letter == '.')
            {
                parts.Add(written[start..i]);
                start = i + 1;
            }
        }

        parts.Add(written[start..]);
        return parts;
    }

    private static string Unquote(string part)
    {
        if (part.Length < 2) return part;
        return (part[0], part[^1]) switch
        {
            ('"', '"') => part[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal),
            ('`', '`') => part[1..^1].Replace("``", "`", StringComparison.Ordinal),
            ('[', ']') => part[1..^1],
            _ => part,
        };
    }
}
