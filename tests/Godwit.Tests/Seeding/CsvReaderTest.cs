using Godwit.Seeding;
using Xunit;

namespace Godwit.Tests.Seeding;

public sealed class CsvReaderTest
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1 a|b", "2 1|2")]
    [InlineData("a,b\r\n1,2", "1 a|b", "2 1|2")]
    [InlineData("\n\na\r\n\r\nb\rc", "3 a", "5 b", "6 c")]
    [InlineData("a,,\"\"\n,", "1 a|NULL|", "2 NULL|NULL")]
    [InlineData("\"say \"\"hello\"\", now\",\"\"\"\"\nx,\"a\"\"\"\"b\"", "1 say \"hello\", now|\"", "2 x|a\"\"b")]
    [InlineData("\"two\nlines\",b\nnext", "1 two\nlines|b", "3 next")]
    [InlineData("")]
    public void Records_are_read_with_the_line_on_which_they_begin(string text, params string[] records) =>
        Assert.Equal(records, Read(text));

    [Theory]
    [InlineData("a\n\"b", "A quote is not closed.", 2)]
    [InlineData("a\n\n\"b\" c", "Something stands behind the quote that closes a field.", 3)]
    public void What_is_no_record_is_said_with_its_line(string text, string message, long line)
    {
        var reader = new CsvReader(new StringReader(text));

        var wrong = Assert.Throws<FormatException>(() =>
        {
            while (reader.Read())
            {
                // up to the one that is wrong
            }
        });

        Assert.Equal((message, line), (wrong.Message, reader.Line));
    }

    // Wherever the pieces in which a file is read end: in a field, between two quotes, between a carriage return and its line feed.
    [Fact]
    public void Records_are_the_same_however_the_text_arrives()
    {
        const string Text = "id,\"na\"\"me\"\r\n1,\"a,\r\n\"\"b\"\"\"\r\n\r\n2,\n";
        var whole = Read(Text);

        Assert.Equal(["1 id|na\"me", "2 1|a,\r\n\"b\"", "5 2|NULL"], whole);
        for (var size = 1; size < Text.Length; size++) Assert.Equal(whole, Read(new InPieces(Text, size)));
    }

    [Fact]
    public void A_record_may_be_longer_than_what_is_read_at_once()
    {
        var (bare, quoted) = (new string('a', 100_000), string.Concat(Enumerable.Repeat("b\"\"", 50_000)));

        var records = Read($"x\n{bare},\"{quoted}\"\ny");

        Assert.Equal(["1 x", $"2 {bare}|{quoted.Replace("\"\"", "\"", StringComparison.Ordinal)}", "3 y"], records);
    }

    private static string[] Read(string text) => Read(new StringReader(text));

    private static string[] Read(TextReader text)
    {
        var reader = new CsvReader(text);
        var records = new List<string>();
        while (reader.Read())
            records.Add($"{reader.Line} {string.Join('|', Enumerable.Range(0, reader.Count).Select(place => reader.IsNull(place) ? "NULL" : reader[place].ToString()))}");
        return [.. records];
    }

    private sealed class InPieces(string text, int size) : TextReader
    {
        private int at;

        public override int Read(Span<char> buffer)
        {
            var length = Math.Min(Math.Min(size, buffer.Length), text.Length - at);
            text.AsSpan(at, length).CopyTo(buffer);
            at += length;
            return length;
        }
    }
}
