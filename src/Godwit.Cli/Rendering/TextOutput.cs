namespace Godwit.Cli.Rendering;

/// <summary>Writes lines with styles.</summary>
internal sealed class TextOutput(TextWriter writer, Colours colours, int width)
{
    // longer lines of prose are hard to read, however wide the terminal is
    private const int WidestProse = 80;

    internal void Line(string text = "", Style style = Style.Plain) => writer.WriteLine(Styles.Apply(text, style, colours));

    /// <summary>A line of pieces, each in its own style.</summary>
    internal void Line(params (string Text, Style Style)[] pieces)
    {
        foreach (var (text, style) in pieces) writer.Write(Styles.Apply(text, style, colours));
        writer.WriteLine();
    }

    internal void Table(TextTable table)
    {
        if (table.Write(writer, colours, width) is { Count: > 0 } left)
            Line($"({string.Join(", ", left)}: in a wider terminal, or with --json)", Style.Faint);
    }

    /// <summary>A paragraph, wrapped between words, its lines indented.</summary>
    internal void Paragraph(string text, int indent, Style style = Style.Plain)
    {
        foreach (var given in text.Split('\n'))
        {
            foreach (var line in Wrapping.Lines(given, Math.Max(20, Math.Min(width, WidestProse) - indent))) Line(new string(' ', indent) + line, style);
        }
    }
}
