using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The tokens of MySQL and MariaDB (manual, "Comments" and "String Literals"). What stands in an executable comment,
/// <c>/*!50003 … */</c> or <c>/*M! … */</c>, is not a comment: its opening is one token, its content is cut like the rest.
/// </summary>
internal sealed class MySqlLexer(SqlModes modes) : StandardLexer
{
    private readonly QuoteEscape stringEscape =
        modes.Backslash == Backslash.Escapes ? QuoteEscape.DoubledOrBackslash : QuoteEscape.Doubled;

    /// <summary>The marks of an executable comment are blanks to the server, its content is not.</summary>
    public override bool IsBlank(SourceText source, Token token)
    {
        if (token.Kind != TokenKind.Other) return base.IsBlank(source, token);
        var text = source.Text;
        return OpensExecutable(text, token)
            || (text[token.Start] == '*' && Follows(text, token.Start, '/'))
            || (text[token.Start] == '/' && token.Start > 0 && text[token.Start - 1] == '*');
    }

    /// <summary>Whether a token begins an executable comment.</summary>
    internal static bool OpensExecutable(string text, Token token) =>
        token.Kind == TokenKind.Other && token.Length > 1 && text[token.Start] == '/';

    // "--" must be followed by a blank or control character, unlike in standard SQL (manual, "'--' as the Start of a Comment").
    protected override bool BeginsLineComment(string text, int offset) =>
        text[offset] == '#' || (Follows(text, offset, '-') && (offset + 2 >= text.Length || text[offset + 2] <= ' '));

    protected override Token BlockComment(SourceText source, int offset)
    {
        var text = source.Text;
        var mark = Follows(text, offset + 1, 'M') ? offset + 3 : offset + 2;
        if (mark >= text.Length || text[mark] != '!') return base.BlockComment(source, offset);
        var version = mark + 1;
        var end = version;
        while (end < text.Length && end < version + 6 && char.IsAsciiDigit(text[end])) end++;
        if (end - version < 5) end = version;
        // No server has version 9.99.99; such a comment is meant for nobody, as the one at the top of a dump by mariadb-dump.
        return text.AsSpan(version, end - version).StartsWith("99999")
            ? Ending(TokenKind.BlockComment, offset, Quotation.EndOfNestedComment(source, offset))
            : Ending(TokenKind.Other, offset, end);
    }

    protected override Token Symbol(SourceText source, int offset) => source.Text[offset] switch
    {
        '\'' => Ending(TokenKind.String, offset, Quotation.End(source, offset, '\'', stringEscape)),
        '"' when modes.DoubleQuotes == DoubleQuotes.String =>
            Ending(TokenKind.String, offset, Quotation.End(source, offset, '"', stringEscape)),
        '`' => Ending(TokenKind.QuotedIdentifier, offset, Quotation.End(source, offset, '`', QuoteEscape.Doubled)),
        '$' => Word(source, offset),
        _ => base.Symbol(source, offset),
    };
}
