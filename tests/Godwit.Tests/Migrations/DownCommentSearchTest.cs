using System.Text;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class DownCommentSearchTest
{
    [Theory]
    [InlineData("-- DOWN", true)]
    [InlineData("SELECT 1;\n-- migrate:down", true)]
    [InlineData("SELECT 1;\r\t --+goose Down\r", true)]
    [InlineData("\uFEFF-- DOWN", true)]
    [InlineData("-- ddown", true)]
    [InlineData("-- do\nwn", false)]
    [InlineData("SELECT 1; -- DOWN", false)]
    [InlineData("INSERT INTO a VALUES ('down');", false)]
    [InlineData("- - down", false)]
    [InlineData("", false)]
    public void A_comment_line_that_says_down_is_found_however_the_bytes_are_cut(string text, bool found)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var search = new DownCommentSearch();
            foreach (var piece in bytes.Chunk(length)) search.Finds(piece);
            Assert.Equal(found, search.Found);
        }
    }
}
