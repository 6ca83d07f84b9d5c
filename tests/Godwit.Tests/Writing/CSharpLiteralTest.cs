using Godwit.Writing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Godwit.Tests.Writing;

public sealed class CSharpLiteralTest
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a \"quoted\" \\ path")]
    [InlineData("tab\tand\0nul\u2028line")]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("three\n\"\"\" quotes\n\nand an empty line")]
    [InlineData("")]
    public void A_text_is_what_C_sharp_reads(string text)
    {
        var expression = SyntaxFactory.ParseExpression(CSharpLiteral.Text(text));

        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(text, Assert.IsType<Microsoft.CodeAnalysis.CSharp.Syntax.LiteralExpressionSyntax>(expression).Token.ValueText);
    }

    [Fact]
    public void Values_keep_their_types()
    {
        Assert.Equal("null", CSharpLiteral.Of(null));
        Assert.Equal("1.50m", CSharpLiteral.Of(1.50m));
        Assert.Equal("2.0", CSharpLiteral.Of(2d));
        Assert.Equal("1E+30", CSharpLiteral.Of(1e30));
        Assert.Equal("3000000000L", CSharpLiteral.Of(3_000_000_000L));
        Assert.Equal("true", CSharpLiteral.Of(true));
        Assert.Equal("new DateOnly(2024, 2, 29)", CSharpLiteral.Of(new DateOnly(2024, 2, 29)));
        Assert.Equal("Convert.FromHexString(\"00FF\")", CSharpLiteral.Of(new byte[] { 0, 255 }));
    }
}
