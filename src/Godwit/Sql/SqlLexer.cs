namespace Godwit.Sql;

/// <summary>Cuts a script into tokens by the lexical rules of one database.</summary>
public abstract class SqlLexer
{
    /// <summary>The token that begins at an offset. Every character belongs to exactly one token.</summary>
    /// <param name="source">The script.</param>
    /// <param name="offset">Where the token begins; at the end of the text the answer is <see cref="TokenKind.End"/>.</param>
    /// <exception cref="GodwitException">A string, quoted name, comment or dollar quote is not closed.</exception>
    public abstract Token Next(SourceText source, int offset);

    /// <summary>Whether a token means nothing to the server: a blank or a comment.</summary>
    /// <param name="source">The script.</param>
    /// <param name="token">A token of it.</param>
    public virtual bool IsBlank(SourceText source, Token token) =>
        token.Kind is TokenKind.Whitespace or TokenKind.LineComment or TokenKind.BlockComment;
}
