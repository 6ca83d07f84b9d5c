using Xunit;

namespace Godwit.PostgreSql.Tests;

public sealed class NumericFormTest
{
    // What numeric_send of the server answers to the same numbers: SELECT encode(numeric_send('12.5'), 'hex').
    [Theory]
    [InlineData("0", "0000000000000000")]
    [InlineData("-0.00", "0000000000000002")]
    [InlineData("12.5", "0002000000000001000c1388")]
    [InlineData("-12.5", "0002000040000001000c1388")]
    [InlineData("10000", "00010001000000000001")]
    [InlineData("0.0001", "0001ffff000000040001")]
    [InlineData("0.00001", "0001fffe0000000503e8")]
    [InlineData("123456789.012345", "000500020000000600010929" + "1a85007b1194")]
    [InlineData("100000000.00010000", "0004000200000008000100000000" + "0001")]
    [InlineData("00012", "0001000000000000000c")]
    [InlineData("1e4", "00010001000000000001")]
    [InlineData("-1.25E-2", "0001ffff40000004007d")]
    [InlineData("1.5e3", "000100000000000005dc")]
    [InlineData(".5", "0001ffff000000011388")]
    public void A_number_has_the_form_that_the_server_gives_it(string number, string form)
    {
        var buffer = new CopyBuffer();

        Assert.True(NumericForm.TryWrite(buffer, number));

        Assert.Equal($"{form.Length / 2:x8}{form}", Convert.ToHexStringLower(buffer.Written.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("--1")]
    [InlineData("+-1e2")]
    [InlineData("1.2.3e4")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData("1e99999")]
    [InlineData("twelve")]
    public void What_is_no_number_is_left_alone(string text)
    {
        var buffer = new CopyBuffer();

        Assert.False(NumericForm.TryWrite(buffer, text));
        Assert.Equal(0, buffer.Written.Length);
    }

    [Fact]
    public void A_number_with_more_digits_than_the_form_can_count_is_left_alone() =>
        Assert.False(NumericForm.TryWrite(new CopyBuffer(), new string('9', 4 * (short.MaxValue + 1))));
}
