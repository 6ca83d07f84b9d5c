namespace Godwit.Sql;

/// <summary>
/// The tokens that SQL has on every database; a dialect overrides the pieces it writes differently. Each token is found in one
/// pass over its own characters, so that a whole script takes linear time.
/// </summary>
public abstract class StandardLexer : SqlLexer
{
    /// <inheritdoc/>
    public sealed override Token Next(SourceText source, int offset)
    {
        var text = source.Text;
        if (offset >= text.Length) return new Token(TokenKind.End, text.Length, 0);
        return text[offset] switch
        {
            ' ' or (>= '\t' and <= '\r') => Ending(TokenKind.Whitespace, offset, EndOfWhitespace(text, offset)),
            ';' => new Token(TokenKind.Semicolon, offset, 1),
            '(' => new Token(TokenKind.OpenParenthesis, offset, 1),
            ')' => new Token(TokenKind.CloseParenthesis, offset, 1),
            '-' or '#' when BeginsLineComment(text, offset) => Ending(TokenKind.LineComment, offset, EndOfLine(text, offset)),
            '/' when Follows(text, offset, '*') => BlockComment(source, offset),
            >= '0' and <= '9' => Ending(TokenKind.Number, offset, EndOfNumber(text, offset)),
            >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or >= '\u0080' => Word(source, offset),
            _ => Symbol(source, offset),
        };
    }

    /// <summary>A token from one offset to another.</summary>
    protected static Token Ending(TokenKind kind, int start, int end) => new(kind, start, end - start);

    /// <summary>Whether the character after an offset is the given one.</summary>
    protected static bool Follows(string text, int offset, char next) => offset + 1 < text.Length && text[offset + 1] == next;

    /// <summary>The characters that end a line comment.</summary>
    protected virtual string LineEnds => "\n";

    /// <summary>Whether a <c>-</c> or <c>#</c> begins a comment up to the end of the line.</summary>
    protected virtual bool BeginsLineComment(string text, int offset) => text[offset] == '-' && Follows(text, offset, '-');

    /// <summary>The token at <c>/*</c>.</summary>
    protected virtual Token BlockComment(SourceText source, int offset) =>
        Ending(TokenKind.BlockComment, offset, Quotation.EndOfComment(source, offset));

    /// <summary>The token at a character that an unquoted name can begin with.</summary>
    protected virtual Token Word(SourceText source, int offset) => Ending(TokenKind.Word, offset, EndOfWord(source.Text, offset));

    /// <summary>The token at any other character: quotes, parameters, operators.</summary>
    protected virtual Token Symbol(SourceText source, int offset) => source.Text[offset] switch
    {
        '\'' => Ending(TokenKind.String, offset, Quotation.End(source, offset, '\'', QuoteEscape.Doubled)),
        '"' => Ending(TokenKind.QuotedIdentifier, offset, Quotation.End(source, offset, '"', QuoteEscape.Doubled)),
        _ => new Token(TokenKind.Other, offset, 1),
    };

    /// <summary>The offset just after the letters, digits, <c>_</c> and <c>$</c> from an offset on.</summary>
    protected static int EndOfWord(string text, int offset)
    {
        while (offset < text.Length && (IsWordCharacter(text[offset]) || text[offset] == '$')) offset++;
        return offset;
    }

    private static int EndOfWhitespace(string text, int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or (>= '\t' and <= '\r')) offset++;
        return offset;
    }

    private static int EndOfNumber(string text, int offset)
    {
        while (offset < text.Length && (IsWordCharacter(text[offset]) || text[offset] == '.')) offset++;
        return offset;
    }

    private int EndOfLine(string text, int offset)
    {
        var length = text.AsSpan(offset).IndexOfAny(LineEnds);
        if (length < 0) return text.Length;
        return text[offset + length] == '\n' && text[offset + length - 1] == '\r' ? offset + length - 1 : offset + length;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or >= '\u0080';
}
