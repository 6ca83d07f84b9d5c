using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>The text that ends statements, as the mysql client's DELIMITER sets it.</summary>
internal sealed class Delimiter
{
    internal static readonly Delimiter Semicolon = new(";");

    private readonly string text;

    private Delimiter(string text) => this.text = text;

    internal int Length => text.Length;

    /// <summary>Whether it is the one that scripts begin with.</summary>
    internal bool IsSemicolon => text == ";";

    /// <summary>
    /// The delimiter that the rest of a DELIMITER line names: up to a blank, or in quotes. Null when there is none, or one with a
    /// backslash, which the client refuses.
    /// </summary>
    internal static Delimiter? Parse(ReadOnlySpan<char> argument)
    {
        argument = argument.Trim();
        var quote = argument is ['\'' or '"' or '`', ..] ? argument[1..].IndexOf(argument[0]) : -1;
        if (quote >= 0) argument = argument.Slice(1, quote);
        else if (argument.IndexOfAny(' ', '\t') is var blank and >= 0) argument = argument[..blank];
        return argument.IsEmpty || argument.Contains('\\') ? null : new Delimiter(argument.ToString());
    }

    /// <summary>Whether it stands at an offset. The client looks for it before it looks for comments and quotes.</summary>
    internal bool StandsAt(string script, int offset) =>
        script[offset] == text[0] && string.CompareOrdinal(script, offset, text, 0, text.Length) == 0;

    /// <summary>
    /// A token up to the delimiter in it, as in <c>END$$</c>; what is quoted or a comment is never cut. A semicolon is a character
    /// like others when it is not the delimiter.
    /// </summary>
    internal Token Cut(string script, Token token)
    {
        if (IsSemicolon) return token;
        if (token.Kind == TokenKind.Semicolon) return token with { Kind = TokenKind.Other };
        if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Other)) return token;
        for (var offset = token.Start + 1; offset < token.End; offset++)
        {
            if (StandsAt(script, offset)) return token with { Length = offset - token.Start };
        }

        return token;
    }
}
