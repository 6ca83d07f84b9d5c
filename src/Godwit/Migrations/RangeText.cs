namespace Godwit.Migrations;

/// <summary>Cuts <c>FROM:TO</c>, where FROM and TO may have colons of their own: <c>tag:v1:tag:v2</c>, <c>date:2026-02-15T14:30:head</c>.</summary>
internal static class RangeText
{
    private static readonly string[] Prefixes = ["tag", "batch", "date"];

    /// <summary>The two sides; null where the text is a single revision.</summary>
    internal static (string From, string To)? Split(string range)
    {
        for (var colon = range.IndexOf(':'); colon >= 0; colon = range.IndexOf(':', colon + 1))
        {
            var (left, right) = (range[..colon].Trim(), range[(colon + 1)..].Trim());
            if (!IsPrefix(left) && !IsInTime(left, right)) return (left, right);
        }

        return null;
    }

    private static bool IsPrefix(string left) => Array.Exists(Prefixes, prefix => prefix.Equals(left, StringComparison.OrdinalIgnoreCase));

    // Between two digits of a time of day, or of a zone: date:2026-02-15T14:30+02:00.
    private static bool IsInTime(string left, string right) =>
        left.StartsWith("date:", StringComparison.OrdinalIgnoreCase) && left.Contains('T', StringComparison.Ordinal)
        && char.IsAsciiDigit(left[^1]) && right.Length > 1 && char.IsAsciiDigit(right[0]) && char.IsAsciiDigit(right[1])
        && (right.Length == 2 || right[2] is ':' or '+' or '-' or 'Z');
}
