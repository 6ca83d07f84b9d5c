using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>What one pass over the tokens of a script tells about its sections.</summary>
internal sealed class MarkerScan
{
    private int depth;

    private MarkerScan()
    {
    }

    /// <summary>The comment lines outside of parentheses that read as markers.</summary>
    internal List<SectionMarker> Candidates { get; } = [];

    /// <summary>The offset of the first token that is neither blank nor a comment, or the text's length.</summary>
    internal int FirstToken { get; private set; } = -1;

    /// <summary>
    /// The offset of the last token that can close a block of statements: a marker after it cannot be inside one. -1 if none.
    /// </summary>
    internal int LastBlockEnd { get; private set; } = -1;

    /// <summary>The first comment line that resembles a down marker but is none.</summary>
    internal int? DownLookAlike { get; private set; }

    internal static MarkerScan Of(SourceText source, SqlLexer lexer)
    {
        var scan = new MarkerScan();
        var token = lexer.Next(source, 0);
        for (; token.Kind != TokenKind.End; token = lexer.Next(source, token.End)) scan.Add(source, token);
        if (scan.FirstToken < 0) scan.FirstToken = source.Text.Length;
        return scan;
    }

    private void Add(SourceText source, Token token)
    {
        if (token.Kind == TokenKind.LineComment) AddComment(source, token);
        if (token.Kind is TokenKind.Whitespace or TokenKind.LineComment or TokenKind.BlockComment) return;
        if (FirstToken < 0) FirstToken = token.Start;
        if (token.Kind == TokenKind.OpenParenthesis) depth++;
        else if (token.Kind == TokenKind.CloseParenthesis) depth = Math.Max(0, depth - 1);
        else if (token.IsEnd(source)) LastBlockEnd = token.Start;
    }

    private void AddComment(SourceText source, Token comment)
    {
        var text = source.Text.AsSpan(comment.Start, comment.Length);
        if (text.EndsWith("StatementEnd", StringComparison.OrdinalIgnoreCase)) LastBlockEnd = comment.Start;
        if (depth > 0 || !IsFirstOnLine(source.Text, comment.Start)) return;
        if (SectionMarker.Parse(source, comment) is { } marker) Candidates.Add(marker);
        else if (SectionMarker.LooksLikeDown(text)) DownLookAlike ??= comment.Start;
    }

    private static bool IsFirstOnLine(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t') offset--;
        return offset == 0 || text[offset - 1] is '\n' or '\r';
    }
}
