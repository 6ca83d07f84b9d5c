using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A comment line that begins a section.</summary>
/// <param name="Direction">Which way the section runs the migration.</param>
/// <param name="Start">The offset of the comment.</param>
/// <param name="End">The offset just after it.</param>
/// <param name="OptionsStart">Where the options of a <c>migrate:up</c> begin; at <paramref name="End"/> when there are none.</param>
internal sealed record SectionMarker(Direction Direction, int Start, int End, int OptionsStart)
{
    // What people draw around a word to make a heading of it: -- ==== UP ====, -- [DOWN], -- @UP, -- UP:
    private const string Decoration = " \t\r-=*#_~@[]():<>";

    /// <summary>The marker that a comment is, or null.</summary>
    internal static SectionMarker? Parse(SourceText source, Token comment)
    {
        var text = source.Text.AsSpan(comment.Start, comment.Length);
        if (!text.StartsWith("--", StringComparison.Ordinal)) return null;
        var options = comment.End;
        var direction = WordOf(text.Trim(Decoration)) ?? PrefixedWordOf(text[2..].Trim()) ?? CommandOf(text, comment.Start, ref options);
        return direction is null ? null : new SectionMarker(direction.Value, comment.Start, comment.End, options);
    }

    /// <summary>
    /// Whether a comment reads as if it were meant for the marker of a down section. To take such a line for a mere comment
    /// would run the down as part of the up.
    /// </summary>
    internal static bool LooksLikeDown(ReadOnlySpan<char> comment)
    {
        var text = comment.TrimStart(Decoration);
        return text.StartsWith("DOWN", StringComparison.Ordinal) && (text.Length == 4 || !char.IsLetterOrDigit(text[4]));
    }

    // -- Up Migration is how node-pg-migrate spells it.
    private static Direction? WordOf(ReadOnlySpan<char> word)
    {
        const string suffix = " migration";
        if (word.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) word = word[..^suffix.Length].TrimEnd();
        if (word.Equals("up", StringComparison.OrdinalIgnoreCase)) return Direction.Up;
        return word.Equals("down", StringComparison.OrdinalIgnoreCase) ? Direction.Down : null;
    }

    // -- +goose Up, and the same of sql-migrate, which goose descends from.
    private static Direction? PrefixedWordOf(ReadOnlySpan<char> text)
    {
        var length = text.StartsWith("+goose", StringComparison.OrdinalIgnoreCase) ? "+goose".Length
            : text.StartsWith("+migrate", StringComparison.OrdinalIgnoreCase) ? "+migrate".Length
            : text.Length;
        return length < text.Length && text[length] is ' ' or '\t' ? WordOf(text[length..].Trim()) : null;
    }

    // -- migrate:up transaction:false, as dbmate has it.
    private static Direction? CommandOf(ReadOnlySpan<char> comment, int commentStart, ref int optionsStart)
    {
        const string prefix = "migrate:";
        var text = comment[2..].TrimStart();
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return null;
        text = text[prefix.Length..].TrimStart();
        var end = text.IndexOfAny(' ', '\t');
        if (end < 0) return WordOf(text);
        var direction = WordOf(text[..end]);
        if (direction is not null) optionsStart = commentStart + comment.Length - text.Length + end;
        return direction;
    }
}
