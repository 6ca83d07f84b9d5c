namespace Godwit.Sql;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Blanks and line ends.</summary>
    Whitespace,

    /// <summary>A comment up to the end of its line (the line end not included).</summary>
    LineComment,

    /// <summary>A comment between <c>/*</c> and <c>*/</c>.</summary>
    BlockComment,

    /// <summary>An unquoted keyword or identifier.</summary>
    Word,

    /// <summary>A quoted identifier.</summary>
    QuotedIdentifier,

    /// <summary>A string literal, a dollar-quoted one included.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>An opening parenthesis.</summary>
    OpenParenthesis,

    /// <summary>A closing parenthesis.</summary>
    CloseParenthesis,

    /// <summary>Any other character: operators, commas, parameters.</summary>
    Other,
}

/// <summary>A piece of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">The number of UTF-16 units it has.</param>
public readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>The offset just after it.</summary>
    public int End => Start + Length;
}
