using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Sql;

public sealed class TokenReaderTests
{
    [Fact]
    public void Blanks_and_comments_are_passed_over()
    {
        var reader = Read(" -- a\n/* b */ Create /* c */ \"x\" = 1");
        Assert.True(reader.Accept("CREATE"));
        Assert.False(reader.Is("x"));
        Assert.Equal("\"x\"", reader.Text.ToString());
        reader.Advance();
        Assert.True(reader.Accept('='));
        Assert.Equal(TokenKind.Number, reader.Current.Kind);
        reader.Advance();
        Assert.True(reader.AtEnd);
        reader.Advance();
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void What_is_not_there_is_not_accepted()
    {
        var reader = Read("CREATE TABLE");
        Assert.False(reader.Accept("TABLE"));
        Assert.False(reader.Accept('='));
        Assert.True(reader.Is("create"));
        Assert.True(reader.Find("TABLE"));
        Assert.False(reader.Find("CREATE"));
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void A_quote_that_other_settings_would_close_ends_the_reading()
    {
        var reader = Read("SELECT 'it\\'s'");
        Assert.True(reader.Accept("SELECT"));
        Assert.Equal("'it\\'", reader.Text.ToString());
        reader.Advance();
        Assert.True(reader.Accept("s"));
        Assert.True(reader.AtEnd);
    }

    private static TokenReader Read(string text) => new(new PlainLexer(), new SqlStatement(text));
}
