using System.Globalization;
using Godwit.Dialects;
using Xunit;

namespace Godwit.Tests.Dialects;

public sealed class IsoMomentTest
{
    [Theory]
    [InlineData("2026-01-31 13:45:07")]
    [InlineData("2026-01-31T13:45:07")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("9999-12-31 23:59:59")]
    [InlineData("2024-02-29 00:00:00")]
    public void What_programs_write_is_read_as_the_slow_way_reads_it(string text)
    {
        Assert.True(IsoMoment.TryRead(text, out var moment));
        Assert.Equal(DateTime.Parse(text, CultureInfo.InvariantCulture), moment);
        Assert.Equal(DateTimeKind.Unspecified, moment.Kind);
    }

    [Theory]
    [InlineData("2025-02-29 00:00:00")]
    [InlineData("2026-13-01 00:00:00")]
    [InlineData("0000-01-01 00:00:00")]
    [InlineData("2026-01-31 24:00:00")]
    [InlineData("2026-01-31 13:60:00")]
    [InlineData("2026-01-31 13:45:60")]
    [InlineData("2026-01-31 13:45:7Z")]
    [InlineData("2026/01/31 13:45:07")]
    [InlineData("2026-01-31 13:45")]
    [InlineData("٢026-01-31 13:45:07")]
    [InlineData("")]
    public void Anything_else_is_left_to_the_slow_way(string text) => Assert.False(IsoMoment.TryRead(text, out _));
}
