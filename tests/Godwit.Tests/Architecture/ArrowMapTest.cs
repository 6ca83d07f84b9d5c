using Xunit;

namespace Godwit.Tests.Architecture;

public sealed class ArrowMapTest
{
    [Fact]
    public void Folders_on_the_right_belong_to_the_project_on_the_left()
    {
        const string Document = """
            Sql -> Nowhere
            ```arrows
            Core.Sqlite -> Core
            Core/Sql -> Errors, Text
            Core/. -> Sql
            ```
            Text -> Nowhere
            """;

        Assert.Equal(
            [
                new Arrow("Core.Sqlite", "Core"), new Arrow("Core/Sql", "Core/Errors"), new Arrow("Core/Sql", "Core/Text"),
                new Arrow("Core/.", "Core/Sql"),
            ],
            ArrowMap.Parse(Document));
    }

    [Theory]
    [InlineData("Core/Sql")]
    [InlineData("Core/Sql ->")]
    [InlineData("A -> B -> C")]
    public void A_line_that_is_no_arrow_is_an_error(string line) =>
        Assert.Throws<FormatException>(() => ArrowMap.Parse($"```arrows\n{line}\n```"));
}
