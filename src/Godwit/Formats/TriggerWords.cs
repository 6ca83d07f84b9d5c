namespace Godwit.Formats;

/// <summary>When a trigger acts, by the statement that makes it.</summary>
internal static class TriggerWords
{
    private static readonly string[] Times = ["BEFORE", "AFTER", "INSTEAD"];

    /// <summary><c>before insert or update of title</c>: what stands between the time and ON; empty where that is not found.</summary>
    internal static string Of(string definition)
    {
        var words = definition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var start = Array.FindIndex(words, word => Times.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (start < 0) return "";
        var end = Array.FindIndex(words, start, word => word.Equals("ON", StringComparison.OrdinalIgnoreCase));
        return end < 0 ? "" : string.Join(' ', words[start..end]).ToLowerInvariant();
    }
}
