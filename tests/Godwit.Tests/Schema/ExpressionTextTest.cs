using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Schema;

public sealed class ExpressionTextTest
{
    [Theory]
    [InlineData("price > 0 AND Price < 9", "price", "cost", "cost > 0 AND cost < 9")]
    [InlineData("note <> 'price'", "price", "cost", "note <> 'price'")]
    [InlineData("\"price\" + `price` + [price]", "price", "cost", "\"cost\" + `cost` + [cost]")]
    [InlineData("price > 0", "price", "the \"cost\"", "\"the \"\"cost\"\"\" > 0")]
    [InlineData("\"price\" + `price`", "price", "a\"b`c", "\"a\"\"b`c\" + `a\"b``c`")]
    [InlineData("\"a\"\"b\" > 0", "a\"b", "c", "\"c\" > 0")]
    [InlineData("\"a\"\"b\" > 0", "a", "c", "\"a\"\"b\" > 0")]
    public void A_column_is_renamed_in_the_quotes_it_stands_in_or_needs(string expression, string from, string to, string expected) =>
        Assert.Equal(expected, ExpressionText.Rename(expression, from, to));
}
