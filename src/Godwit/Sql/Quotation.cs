namespace Godwit.Sql;

/// <summary>How a closing quote can stand inside what it closes.</summary>
public enum QuoteEscape
{
    /// <summary>Not at all: the first one closes.</summary>
    None,

    /// <summary>Written twice.</summary>
    Doubled,

    /// <summary>Written twice or after a backslash.</summary>
    DoubledOrBackslash,
}

/// <summary>Finds the ends of strings, quoted names and comments.</summary>
public static class Quotation
{
    /// <summary>The offset just after the quote that closes.</summary>
    /// <param name="source">The script.</param>
    /// <param name="opening">Where the opening quote stands.</param>
    /// <param name="close">The closing quote.</param>
    /// <param name="escape">How the closing quote can stand inside.</param>
    /// <exception cref="GodwitException">Nothing closes it.</exception>
    public static int End(SourceText source, int opening, char close, QuoteEscape escape)
    {
        var text = source.Text;
        var position = opening + 1;
        while (true)
        {
            var rest = text.AsSpan(position);
            var length = escape == QuoteEscape.DoubledOrBackslash ? rest.IndexOfAny(close, '\\') : rest.IndexOf(close);
            if (length < 0) throw Unterminated(source, opening, Name(text[opening]), close.ToString());
            position += length + 1;
            if (text[position - 1] == '\\' && close != '\\') position++;
            else if (escape != QuoteEscape.None && position < text.Length && text[position] == close) position++;
            else return position;
            if (position > text.Length) throw Unterminated(source, opening, Name(text[opening]), close.ToString());
        }
    }

    /// <summary>The offset just after the first <c>*/</c>.</summary>
    /// <param name="source">The script.</param>
    /// <param name="opening">Where <c>/*</c> stands.</param>
    /// <exception cref="GodwitException">Nothing closes it.</exception>
    public static int EndOfComment(SourceText source, int opening)
    {
        var length = source.Text.AsSpan(opening + 2).IndexOf("*/");
        return length < 0 ? throw Unterminated(source, opening, "comment", "*/") : opening + length + 4;
    }

    /// <summary>The offset just after the <c>*/</c> that closes a comment in which others can stand.</summary>
    /// <param name="source">The script.</param>
    /// <param name="opening">Where <c>/*</c> stands.</param>
    /// <exception cref="GodwitException">Nothing closes it.</exception>
    public static int EndOfNestedComment(SourceText source, int opening)
    {
        var text = source.Text;
        var depth = 1;
        for (var position = opening + 2; ; position += 2)
        {
            position = IndexOfCommentMark(text, position);
            if (position < 0) throw Unterminated(source, opening, "comment", "*/");
            depth += text[position] == '/' ? 1 : -1;
            if (depth == 0) return position + 2;
        }
    }

    /// <summary>The failure of something that nothing closes.</summary>
    /// <param name="source">The script.</param>
    /// <param name="opening">Where it begins.</param>
    /// <param name="what">What it is, as a noun.</param>
    /// <param name="close">What would close it.</param>
    public static GodwitException Unterminated(SourceText source, int opening, string what, string close) =>
        new(
            ErrorCode.Unterminated,
            $"The {what} that begins here is not closed.",
            $"Write {close} where it ends; all that follows was taken as part of it.",
            source.Locate(opening));

    private static int IndexOfCommentMark(string text, int position)
    {
        while (position < text.Length)
        {
            var length = text.AsSpan(position).IndexOfAny('/', '*');
            if (length < 0) return -1;
            position += length;
            if (position + 1 < text.Length && text[position + 1] == (text[position] == '/' ? '*' : '/')) return position;
            position++;
        }

        return -1;
    }

    private static string Name(char quote) => quote == '\'' ? "string" : quote == '"' ? "quoted text" : "quoted name";
}
