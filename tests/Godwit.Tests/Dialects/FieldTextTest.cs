using Godwit.Dialects;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Dialects;

public sealed class FieldTextTest
{
    [Fact]
    public void An_exact_number_is_a_decimal_as_far_as_that_keeps_each_digit()
    {
        Assert.Equal(12.50m, Exact("12.50"));
        Assert.Equal(1234567890123456789012345678m, Exact("1234567890123456789012345678"));
        Assert.Equal("12345678901234567890123456789", Exact("12345678901234567890123456789"));
        Assert.Equal("0.00000000000000000000000000000001", Exact("0.00000000000000000000000000000001"));
        Assert.Equal("1e-30", Exact(" 1e-30 "));
    }

    [Theory]
    [InlineData("twelve")]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1234567890123456789012345678O")]
    public void What_is_no_number_is_said(string text) =>
        Assert.Equal($"'{text}' is not a number.", Assert.Throws<FormatException>(() => Exact(text)).Message);

    private static object Exact(string text) => FieldText.Value(text, new ValueKind(ValueFamily.Decimal));
}
