using Godwit.Cli.Rendering;
using Xunit;

namespace Godwit.Cli.Tests.Rendering;

public sealed class CountingTest
{
    [Theory]
    [InlineData(0, "0 migrations")]
    [InlineData(1, "1 migration")]
    [InlineData(2, "2 migrations")]
    public void One_is_not_many(int number, string text) => Assert.Equal(text, Counting.Of(number, "migration"));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(9_999, "9999 ms")]
    [InlineData(12_340, "12.3 s")]
    [InlineData(200_000, "3 min 20 s")]
    public void Times_have_the_unit_that_suits_them(int milliseconds, string text) =>
        Assert.Equal(text, Counting.Of(TimeSpan.FromMilliseconds(milliseconds)));
}
