using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>What the tokens of a script say.</summary>
internal static class TokenText
{
    /// <summary>Whether a token is a certain unquoted word, in any case.</summary>
    internal static bool Is(this Token token, SourceText source, string word) =>
        token.Kind == TokenKind.Word && token.Length == word.Length
        && source.Text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a token is the word END, perhaps with a delimiter of the mysql client joined to it: to the server <c>END$$</c> is
    /// one word.
    /// </summary>
    internal static bool IsEnd(this Token token, SourceText source)
    {
        if (token.Kind != TokenKind.Word || token.Length < 3) return false;
        var word = source.Text.AsSpan(token.Start, token.Length).TrimEnd('$');
        return word.Equals("END", StringComparison.OrdinalIgnoreCase);
    }
}
