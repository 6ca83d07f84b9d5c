using Godwit.Cli.Rendering;
using Xunit;

namespace Godwit.Cli.Tests.Rendering;

public sealed class TextTableTest
{
    [Theory]
    [InlineData(40, "id           colour  note", "")]
    [InlineData(25, "id           colour", "note")]
    [InlineData(14, "id", "colour, note")]
    public void Columns_leave_from_the_least_important_and_from_the_right(int width, string headings, string left)
    {
        var table = new TextTable(new("id", Importance.Essential), new("colour", Importance.Useful), new("note", Importance.Detail));
        table.Add(("001_posts", Style.Plain), ("green", Style.Plain), ("a long note", Style.Plain));
        table.Add(("002_people_", Style.Plain), ("", Style.Plain), ("", Style.Plain));

        var (lines, dropped) = Write(table, width);

        Assert.Equal(headings, lines[0].TrimEnd());
        Assert.Equal(left, string.Join(", ", dropped));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void An_id_that_does_not_fit_loses_its_middle()
    {
        var table = new TextTable(new("id", Importance.Essential), new("state", Importance.Essential));
        table.Add(("2026_11_20_124535_create_posts_table", Style.Plain), ("ran", Style.Plain));

        Assert.Equal("2026_11_20_…osts_table  ran", Write(table, 29).Lines[1].TrimEnd());
    }

    [Fact]
    public void Cells_without_text_leave_no_blanks_at_the_end_of_a_line()
    {
        var table = new TextTable(new("id", Importance.Essential), new("state", Importance.Essential));
        table.Add(("1", Style.Plain), ("", Style.Plain));

        Assert.Equal("1", Write(table, 80).Lines[1]);
    }

    [Fact]
    public void Numbers_are_flush_right_below_their_heading()
    {
        var table = new TextTable(new("table", Importance.Essential), new("rows", Importance.Essential, Alignment.Right), new("note", Importance.Essential));
        table.Add(("posts", Style.Plain), ("7", Style.Plain), ("few", Style.Plain));
        table.Add(("comments", Style.Plain), ("12,345", Style.Plain), ("many", Style.Plain));
        table.Add(("tags", Style.Plain), ("", Style.Plain), ("none", Style.Plain));

        Assert.Equal(["table       rows  note", "posts          7  few", "comments  12,345  many", "tags              none"], Write(table, 80).Lines);
    }

    private static (string[] Lines, List<string> Left) Write(TextTable table, int width)
    {
        using var writer = new StringWriter();
        var left = table.Write(writer, Colours.Off, width);
        return (writer.ToString().TrimEnd('\n').Split('\n'), left);
    }
}
