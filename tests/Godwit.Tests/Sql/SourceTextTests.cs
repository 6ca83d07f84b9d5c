using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Sql;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\n\n\nb", 4, 4, 1)]
    [InlineData("a\n", 2, 2, 1)]
    [InlineData("𝄞b", 2, 1, 3)]
    [InlineData("abc", 99, 1, 4)]
    [InlineData("abc", -1, 1, 1)]
    public void An_offset_has_a_line_and_a_column(string text, int offset, int line, int column) =>
        Assert.Equal(new SourceLocation("m.sql", line, column), new SourceText("m.sql", text).Locate(offset));

    [Theory]
    [InlineData("a", 1, 1)]
    [InlineData("LONG", 1, 3)]
    [InlineData("VALUE", 1, 3)]
    [InlineData("b", 1, 8)]
    [InlineData("x", 2, 1)]
    [InlineData("d", 2, 5)]
    [InlineData("e", 3, 5)]
    public void A_place_leads_back_to_the_file_where_longer_shorter_and_empty_values_were_put(string found, int line, int column)
    {
        var source = new SourceText("m.sql", "a ${v} b\n${w}d\n${x}e").Replace([new(2, 4, "LONG\nVALUE"), new(9, 4, "x"), new(15, 4, "")]);
        Assert.Equal("a LONG\nVALUE b\nxd\ne", source.Text);
        Assert.Equal(new SourceLocation("m.sql", line, column), source.Locate(source.Text.IndexOf(found, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_to_replace_is_the_same_text()
    {
        var source = new SourceText("m.sql", "a");
        Assert.Same(source, source.Replace([]));
    }
}
