using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

public sealed class DurationTest
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("500ms", 500)]
    [InlineData("60s", 60_000)]
    [InlineData("60 s", 60_000)]
    [InlineData("5m", 300_000)]
    [InlineData("1h", 3_600_000)]
    public void A_number_and_a_unit_are_a_length_of_time(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1.5s")]
    [InlineData("1d")]
    [InlineData("99999999999s")]
    public void Anything_else_is_not(string text) => Assert.Null(Duration.Parse(text));
}
