using Xunit;

namespace Godwit.Tests.Architecture;

public sealed class CirclesTest
{
    [Theory]
    [InlineData("A>B B>C A>C", "")]
    [InlineData("A>B B>A", "A -> B -> A")]
    [InlineData("A>B B>C C>A D>A", "A -> B -> C -> A")]
    [InlineData("A>B B>A C>D D>C", "A -> B -> A; C -> D -> C")]
    public void Circles_are_found_once_each(string arrows, string circles)
    {
        var drawn = arrows.Split(' ').Select(arrow => new Arrow(arrow[..1], arrow[2..]));

        Assert.Equal(circles, string.Join("; ", Circles.Find(drawn)));
    }
}
