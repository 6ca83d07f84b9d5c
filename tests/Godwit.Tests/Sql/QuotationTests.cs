using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Sql;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("'a' b", QuoteEscape.Doubled, 3)]
    [InlineData("'a''' b", QuoteEscape.Doubled, 5)]
    [InlineData("'a''' b", QuoteEscape.None, 3)]
    [InlineData("'a\\' b", QuoteEscape.Doubled, 4)]
    [InlineData("'a\\'' b", QuoteEscape.DoubledOrBackslash, 5)]
    [InlineData("'a\\\\' b", QuoteEscape.DoubledOrBackslash, 5)]
    [InlineData("'\\'''", QuoteEscape.DoubledOrBackslash, -1)]
    [InlineData("'a\\", QuoteEscape.DoubledOrBackslash, -1)]
    [InlineData("'a\\'", QuoteEscape.DoubledOrBackslash, -1)]
    [InlineData("'", QuoteEscape.None, -1)]
    public void The_quote_that_closes_is_found(string text, QuoteEscape escape, int end)
    {
        var source = new SourceText("", text);
        if (end < 0) Assert.Throws<GodwitException>(() => Quotation.End(source, 0, '\'', escape));
        else Assert.Equal(end, Quotation.End(source, 0, '\'', escape));
    }

    [Theory]
    [InlineData("/* a */ b", 7)]
    [InlineData("/* /* a */ b */ c", 15)]
    [InlineData("/*/*/*/**/*/*/*/ c", 16)]
    [InlineData("/***/", 5)]
    [InlineData("/*//**/*/", 9)]
    [InlineData("/* /* */", -1)]
    [InlineData("/*/", -1)]
    public void The_mark_that_closes_a_nested_comment_is_found(string text, int end)
    {
        var source = new SourceText("", text);
        if (end < 0) Assert.Throws<GodwitException>(() => Quotation.EndOfNestedComment(source, 0));
        else Assert.Equal(end, Quotation.EndOfNestedComment(source, 0));
    }
}
