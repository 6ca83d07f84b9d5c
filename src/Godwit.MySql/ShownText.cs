namespace Godwit.MySql;

/// <summary>What the server shows of a thing, which has the characters that the catalog lacks.</summary>
internal static class ShownText
{
    /// <summary>
    /// The text that the catalog gives with question marks, as the shown one has it; null when it is not there. For a character beyond
    /// U+FFFF the catalog has one question mark or, where it keeps bytes, four.
    /// </summary>
    internal static string? Find(string text, string shown)
    {
        for (var start = 0; start < shown.Length; start++)
        {
            if (End(text, shown, start) is { } end) return shown[start..end];
        }

        return null;
    }

    private static int? End(string text, string shown, int start)
    {
        var end = start;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is '?')
            {
                var marks = text.AsSpan(i).IndexOfAnyExcept('?') is var other and >= 0 ? other : text.Length - i;
                var (characters, length) = Hidden(shown.AsSpan(end));
                if (characters == 0 || characters > marks) return null;
                i += marks;
                end += length;
            }
            else
            {
                if (end == shown.Length || text[i] != shown[end]) return null;
                i++;
                end++;
            }
        }

        return end;
    }

    // How many characters at the beginning the catalog has question marks for, and how long they are.
    private static (int Characters, int Length) Hidden(ReadOnlySpan<char> shown)
    {
        var (characters, length) = (0, 0);
        while (length < shown.Length && (shown[length] is '?' || char.IsSurrogate(shown[length])))
        {
            length += shown[length] is '?' ? 1 : 2;
            characters++;
        }

        return (characters, Math.Min(length, shown.Length));
    }
}
