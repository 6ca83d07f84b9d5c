using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>The tokens of PostgreSQL (scan.l; manual, "Lexical Structure").</summary>
internal sealed class PostgreSqlLexer : StandardLexer
{
    private static readonly PostgreSqlLexer Standard = new(QuoteEscape.Doubled);
    private static readonly PostgreSqlLexer BackslashEscapes = new(QuoteEscape.DoubledOrBackslash);

    private readonly QuoteEscape stringEscape;

    private PostgreSqlLexer(QuoteEscape stringEscape) => this.stringEscape = stringEscape;

    internal static PostgreSqlLexer For(StringConformance strings) =>
        strings == StringConformance.Standard ? Standard : BackslashEscapes;

    protected override string LineEnds => "\r\n";

    protected override Token BlockComment(SourceText source, int offset) =>
        Ending(TokenKind.BlockComment, offset, Quotation.EndOfNestedComment(source, offset));

    protected override Token Word(SourceText source, int offset)
    {
        var text = source.Text;
        if (text[offset] is 'u' or 'U' && Follows(text, offset, '&') && offset + 2 < text.Length)
        {
            if (text[offset + 2] == '\'') return String(source, offset, offset + 2, QuoteEscape.Doubled);
            if (text[offset + 2] == '"') return Quoted(source, offset, offset + 2);
        }

        if (!Follows(text, offset, '\'')) return base.Word(source, offset);
        return text[offset] switch
        {
            'e' or 'E' => String(source, offset, offset + 1, QuoteEscape.DoubledOrBackslash),
            'b' or 'B' or 'x' or 'X' => String(source, offset, offset + 1, QuoteEscape.Doubled),
            'n' or 'N' => String(source, offset, offset + 1, stringEscape),
            _ => base.Word(source, offset),
        };
    }

    protected override Token Symbol(SourceText source, int offset) => source.Text[offset] switch
    {
        '\'' => String(source, offset, offset, stringEscape),
        '$' => Dollar(source, offset),
        _ => base.Symbol(source, offset),
    };

    private static Token Quoted(SourceText source, int start, int quote) =>
        Ending(TokenKind.QuotedIdentifier, start, Quotation.End(source, quote, '"', QuoteEscape.Doubled));

    // A string goes on after a line end, and its escapes with it (manual, "String Constants").
    private static Token String(SourceText source, int start, int quote, QuoteEscape escape)
    {
        var end = Quotation.End(source, quote, '\'', escape);
        while (escape == QuoteEscape.DoubledOrBackslash && Continuation(source.Text, end) is var next and > 0)
        {
            end = Quotation.End(source, next, '\'', escape);
        }

        return Ending(TokenKind.String, start, end);
    }

    /// <summary>The offset of the quote that goes on with a string, or -1: blanks with a line end, or comments, stand between.</summary>
    private static int Continuation(string text, int position)
    {
        var lineEnds = 0;
        for (; position < text.Length; position++)
        {
            if (text[position] is '\r' or '\n') lineEnds++;
            else if (text[position] == '\'') return lineEnds > 0 ? position : -1;
            else if (lineEnds > 0 && text[position] == '-' && Follows(text, position, '-'))
            {
                var length = text.AsSpan(position).IndexOfAny('\r', '\n');
                if (length < 0) return -1;
                position += length;
            }
            else if (text[position] is not (' ' or '\t' or '\f' or '\v')) return -1;
        }

        return -1;
    }

    private static Token Dollar(SourceText source, int offset)
    {
        var text = source.Text;
        var tag = offset + 1;
        if (tag < text.Length && char.IsAsciiDigit(text[tag])) return Parameter(text, offset);
        while (tag < text.Length && (char.IsAsciiLetterOrDigit(text[tag]) || text[tag] is '_' or >= '\u0080')) tag++;
        if (tag >= text.Length || text[tag] != '$') return new Token(TokenKind.Other, offset, 1);
        var quote = text.AsSpan(offset, tag + 1 - offset);
        var length = text.AsSpan(tag + 1).IndexOf(quote);
        if (length < 0) throw Quotation.Unterminated(source, offset, "dollar-quoted string", quote.ToString());
        return Ending(TokenKind.String, offset, tag + 1 + length + quote.Length);
    }

    private static Token Parameter(string text, int offset)
    {
        var end = offset + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return Ending(TokenKind.Other, offset, end);
    }
}
