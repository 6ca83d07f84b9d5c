using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class ContentHashTest
{
    private static readonly Gen<string> Words = Gen.Elements("SELECT 1;", "x", "  y", "-- note", "'a  b'", "\tz", "é😀", "\u00A0");
    private static readonly Gen<string> Blanks = Gen.Elements("", " ", "\t ", "   ");
    private static readonly Gen<string> LineEnds = Gen.Elements("\n", "\r\n", "\r");

    [Fact]
    public void It_is_the_hash_of_the_lines_joined_by_line_feeds()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData("a\n\n b"u8));
        Assert.Equal("sha256:" + hash, Of("\uFEFFa \r\n\t\r\n b\t\r\n\r\n \r\n").Text);
    }

    [Fact]
    public void It_does_not_depend_on_line_ends_marks_and_trailing_blanks() => Prop.ForAll(
        Arb.From(Words.ArrayOf().SelectMany(lines => Spelled(lines).SelectMany(a => Spelled(lines).Select(b => (a, b))))),
        texts => Assert.Equal(Of(texts.a), Of(texts.b))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void It_does_not_depend_on_how_the_content_is_cut_into_pieces() => Prop.ForAll(
        Arb.From(Words.ArrayOf().SelectMany(Spelled)),
        text =>
        {
            using var hash = new ContentHash();
            var bytes = Encoding.UTF8.GetBytes(text);
            var first = Math.Min(3, bytes.Length);
            hash.Append(bytes.AsSpan(0, first));
            foreach (var value in bytes[first..]) hash.Append([value]);
            Assert.Equal(Of(text), hash.Finish());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_other_edit_changes_it() => Prop.ForAll(
        Arb.From(
            from lines in Words.NonEmptyListOf()
            from place in Gen.Choose(0, lines.Count - 1)
            from edit in Gen.Choose(0, 4)
            select (lines.ToArray(), place, edit)),
        edited =>
        {
            var (lines, place, edit) = edited;
            var changed = lines.ToList();
            if (edit == 0) changed.RemoveAt(place);
            else if (edit == 1) changed.Insert(place, "");
            else changed[place] = edit switch { 2 => " " + lines[place], 3 => lines[place] + ";", _ => lines[place] + " x" };
            Assert.NotEqual(Of(string.Join('\n', lines)), Of(string.Join('\n', changed)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Lines_longer_than_any_buffer_are_hashed_whole()
    {
        var text = new string('x', 20_000) + "\n" + new string(' ', 20_000) + "y";
        Assert.Equal(Of(text), Of(text + new string(' ', 20_000)));
        Assert.NotEqual(Of(text), Of(text + "z"));
    }

    private static Checksum Of(string text)
    {
        using var hash = new ContentHash();
        hash.Append(Encoding.UTF8.GetBytes(text));
        return hash.Finish();
    }

    private static Gen<string> Spelled(string[] lines) =>
        from mark in Gen.Elements("", "\uFEFF")
        from ends in Blanks.SelectMany(blanks => LineEnds.Select(end => blanks + end)).ArrayOf(lines.Length)
        from tail in Blanks.SelectMany(blanks => LineEnds.Select(end => blanks + end)).ArrayOf()
        select mark + string.Concat(lines.Zip(ends, string.Concat)) + string.Concat(tail);
}
