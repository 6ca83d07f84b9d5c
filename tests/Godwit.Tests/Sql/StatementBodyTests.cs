using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Sql;

public sealed class StatementBodyTests
{
    [Theory]
    [InlineData("END", "")]
    [InlineData("SELECT 1; END", "")]
    [InlineData("SELECT 1; end ; x", "; x")]
    [InlineData("SELECT CASE WHEN 1 THEN 2 END; SELECT t.end, 1 AS end; END ;", ";")]
    [InlineData("SELECT 1; -- END\n /* END */ END x", "x")]
    [InlineData("SELECT 1; SELECT END", null)]
    [InlineData("SELECT 1; \"END\" END", null)]
    public void A_body_closes_at_an_END_that_begins_a_statement(string text, string? rest)
    {
        var body = new StatementBody();
        body.Open();
        var reader = new TokenReader(new PlainLexer(), new SqlStatement(text));
        for (; !reader.AtEnd && body.IsOpen; reader.Advance()) body.Pass(reader.Current, reader.Text);
        Assert.Equal(rest is null, body.IsOpen);
        Assert.Equal(rest ?? "", text[reader.Current.Start..]);
    }
}
