using System.Text;

namespace Godwit.Cli.Rendering;

/// <summary>
/// Columns of text, as wide as they need to be. Where the terminal is narrow, the least important columns are left out, from the
/// right; then the first one is shortened, before more important ones are left out too.
/// </summary>
internal sealed class TextTable(params Column[] columns)
{
    private const int Gap = 2;
    private const int Readable = 32;
    private const int Narrowest = 12;

    private readonly List<(string Text, Style Style)[]> rows = [];

    internal void Add(params (string Text, Style Style)[] cells) => rows.Add(cells);

    /// <summary>Writes it.</summary>
    /// <returns>The headings of the columns that there was no room for.</returns>
    internal List<string> Write(TextWriter writer, Colours colours, int width)
    {
        var widths = Widths();
        var left = new List<string>();
        LeaveOut(Importance.Detail);
        ShortenFirst(Readable);
        LeaveOut(Importance.Useful);
        ShortenFirst(Narrowest);
        WriteRow(writer, colours, widths, Array.ConvertAll(columns, column => (column.Heading, Style.Faint)));
        foreach (var row in rows) WriteRow(writer, colours, widths, row);
        return left;

        void LeaveOut(Importance importance)
        {
            for (var i = columns.Length - 1; i >= 0 && Excess(widths, width) > 0; i--)
            {
                if (columns[i].Importance != importance) continue;
                widths[i] = 0;
                left.Insert(0, columns[i].Heading);
            }
        }

        void ShortenFirst(int least) => widths[0] = Math.Max(Math.Min(least, widths[0]), widths[0] - Excess(widths, width));
    }

    private void WriteRow(TextWriter writer, Colours colours, int[] widths, (string Text, Style Style)[] cells)
    {
        var line = new StringBuilder();
        var blanks = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            if (widths[i] == 0) continue;
            var text = Fit(cells[i].Text, widths[i]);
            var rest = widths[i] - text.Length;
            if (columns[i].Alignment is Alignment.Right) (blanks, rest) = (blanks + rest, 0);
            if (text.Length > 0)
            {
                // one by one: the vector code that fills many at once has to be compiled first
                for (; blanks > 0; blanks--) line.Append(' ');
                line.Append(Styles.Apply(text, cells[i].Style, colours));
            }

            blanks += rest + Gap;
        }

        writer.WriteLine(line);
    }

    private int[] Widths()
    {
        var widths = Array.ConvertAll(columns, column => column.Heading.Length);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], row[i].Text.Length);
        }

        return widths;
    }

    private static int Excess(int[] widths, int width)
    {
        var needed = -(long)Gap;
        foreach (var one in widths) needed += one == 0 ? 0 : one + Gap;
        return (int)Math.Max(0, needed - width);
    }

    // Ids begin with a version and end in what they do: the middle is what can be missed.
    private static string Fit(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, width / 2), "…", text.AsSpan(text.Length - width + (width / 2) + 1));
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Importance">Whether it may be left out.</param>
/// <param name="Alignment">At which end the cells are flush: numbers at the right, so that their digits stand below one another.</param>
internal sealed record Column(string Heading, Importance Importance, Alignment Alignment = Alignment.Left);

/// <summary>At which end the cells of a column are flush.</summary>
internal enum Alignment
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Numbers, and amounts with a unit.</summary>
    Right,
}

/// <summary>How much a column is missed when there is no room for it.</summary>
internal enum Importance
{
    /// <summary>The first to be left out.</summary>
    Detail,

    /// <summary>Left out when the details are not enough.</summary>
    Useful,

    /// <summary>Never left out.</summary>
    Essential,
}
