using System.Collections.Immutable;

namespace Godwit.Sql;

/// <summary>
/// A script as it will be sent, together with the file it came from: offsets in <see cref="Text"/> lead back to lines and
/// columns of the file, also where placeholders were replaced.
/// </summary>
public sealed class SourceText
{
    private readonly string original;
    private readonly ImmutableArray<Replacement> replacements;
    private readonly Lazy<int[]> lineStarts;

    /// <summary>A script in which nothing was replaced.</summary>
    /// <param name="path">The file as shown to people.</param>
    /// <param name="text">The whole text, without a byte order mark.</param>
    public SourceText(string path, string text)
        : this(path, text, text, [])
    {
    }

    private SourceText(string path, string original, string text, ImmutableArray<Replacement> replacements)
    {
        Path = path;
        Text = text;
        this.original = original;
        this.replacements = replacements;
        lineStarts = new Lazy<int[]>(() => LineStarts(original), isThreadSafe: false);
    }

    /// <summary>The file as shown to people.</summary>
    public string Path { get; }

    /// <summary>The text that is split and sent.</summary>
    public string Text { get; }

    /// <summary>Puts values where placeholders stand.</summary>
    /// <param name="replacements">The ranges of <see cref="Text"/> with what takes their place, in order and without overlap.</param>
    public SourceText Replace(IReadOnlyList<Replacement> replacements)
    {
        if (replacements.Count == 0) return this;
        var builder = new System.Text.StringBuilder(Text.Length);
        var end = 0;
        foreach (var replacement in replacements)
        {
            builder.Append(Text, end, replacement.Start - end).Append(replacement.Value);
            end = replacement.Start + replacement.Length;
        }

        builder.Append(Text, end, Text.Length - end);
        return new SourceText(Path, original, builder.ToString(), [.. replacements]);
    }

    /// <summary>The line and column in the file that an offset in <see cref="Text"/> came from.</summary>
    public SourceLocation Locate(int offset)
    {
        offset = ToOriginal(Math.Clamp(offset, 0, Text.Length));
        var line = Array.BinarySearch(lineStarts.Value, offset);
        if (line < 0) line = ~line - 1;
        return new SourceLocation(Path, line + 1, offset - lineStarts.Value[line] + 1);
    }

    private int ToOriginal(int offset)
    {
        var shift = 0;
        foreach (var replacement in replacements)
        {
            var start = replacement.Start - shift;
            if (offset < start) break;
            if (offset < start + replacement.Value.Length) return replacement.Start;
            shift += replacement.Length - replacement.Value.Length;
        }

        return offset + shift;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return [.. starts];
    }

    /// <summary>A range of the text and what takes its place.</summary>
    /// <param name="Start">The first offset.</param>
    /// <param name="Length">The number of UTF-16 units taken out.</param>
    /// <param name="Value">The text put in.</param>
    public readonly record struct Replacement(int Start, int Length, string Value);
}
