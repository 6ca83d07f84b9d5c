using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Sql;

public sealed class StandardLexerTests
{
    private static readonly PlainLexer Lexer = new();

    [Theory]
    [InlineData(" \t\r\n\f\v", TokenKind.Whitespace)]
    [InlineData("-- a; 'b", TokenKind.LineComment)]
    [InlineData("--", TokenKind.LineComment)]
    [InlineData("/* a; ' \n */", TokenKind.BlockComment)]
    [InlineData("/**/", TokenKind.BlockComment)]
    [InlineData("/*/ */", TokenKind.BlockComment)]
    [InlineData("naïve_1$", TokenKind.Word)]
    [InlineData("_a", TokenKind.Word)]
    [InlineData("\"a\"\"b;\"", TokenKind.QuotedIdentifier)]
    [InlineData("'a''b;'", TokenKind.String)]
    [InlineData("''''", TokenKind.String)]
    [InlineData("'\\'", TokenKind.String)]
    [InlineData("1.5e10", TokenKind.Number)]
    [InlineData("0x1F", TokenKind.Number)]
    [InlineData(";", TokenKind.Semicolon)]
    [InlineData("(", TokenKind.OpenParenthesis)]
    [InlineData(")", TokenKind.CloseParenthesis)]
    [InlineData("-", TokenKind.Other)]
    [InlineData("/", TokenKind.Other)]
    [InlineData("#", TokenKind.Other)]
    [InlineData("\0", TokenKind.Other)]
    public void A_token_ends_where_it_should(string text, TokenKind kind)
    {
        Assert.Equal(new Token(kind, 0, text.Length), Lexer.Next(new SourceText("", text), 0));
        var next = kind is TokenKind.LineComment ? "\n" : kind is TokenKind.Whitespace ? "x" : " ";
        Assert.Equal(new Token(kind, 1, text.Length), Lexer.Next(new SourceText("", ";" + text + next), 1));
    }

    [Theory]
    [InlineData("-- a\nb", 4)]
    [InlineData("-- a\r\nb", 4)]
    [InlineData("-- a\rb", 6)]
    [InlineData("-- a\r", 5)]
    public void A_line_comment_leaves_the_line_end_out(string text, int length) =>
        Assert.Equal(length, Lexer.Next(new SourceText("", text), 0).Length);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    public void The_end_has_no_characters(string text) =>
        Assert.Equal(new Token(TokenKind.End, text.Length, 0), Lexer.Next(new SourceText("", text), text.Length));

    [Theory]
    [InlineData("'", "string")]
    [InlineData("'a''", "string")]
    [InlineData("\"a", "quoted text")]
    [InlineData("/* a *", "comment")]
    [InlineData("/*/", "comment")]
    public void What_is_not_closed_is_an_error_that_names_it(string text, string what)
    {
        var exception = Assert.Throws<GodwitException>(() => Lexer.Next(new SourceText("m.sql", "a\n " + text), 3));
        Assert.Equal(ErrorCode.Unterminated, exception.Code);
        Assert.Equal($"The {what} that begins here is not closed.", exception.Message);
        Assert.Equal(new SourceLocation("m.sql", 2, 2), exception.Location);
    }
}
