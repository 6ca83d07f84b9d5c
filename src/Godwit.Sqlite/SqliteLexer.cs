using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>The tokens of SQLite (sqlite3GetToken in tokenize.c).</summary>
internal sealed class SqliteLexer : StandardLexer
{
    internal static readonly SqliteLexer Instance = new();

    protected override Token Symbol(SourceText source, int offset) => source.Text[offset] switch
    {
        '`' => Ending(TokenKind.QuotedIdentifier, offset, Quotation.End(source, offset, '`', QuoteEscape.Doubled)),
        '[' => Ending(TokenKind.QuotedIdentifier, offset, Quotation.End(source, offset, ']', QuoteEscape.None)),
        _ => base.Symbol(source, offset),
    };
}
