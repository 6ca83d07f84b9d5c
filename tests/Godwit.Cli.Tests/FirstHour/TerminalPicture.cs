using System.Globalization;
using System.Security;
using System.Text;

namespace Godwit.Cli.Tests.FirstHour;

/// <summary>Lines of a terminal as a drawing that loads nothing, and is readable on a light page and on a dark one.</summary>
internal static class TerminalPicture
{
    private const int Columns = 80;
    private const double Letter = 8.4;
    private const int LineHeight = 19;
    private const int Margin = 18;
    private const int Bar = 34;

    internal static string Draw(IReadOnlyList<StyledLine> lines, string title)
    {
        var width = (int)Math.Ceiling(Columns * Letter) + (2 * Margin);
        var height = Bar + (lines.Count * LineHeight) + Margin;
        var svg = new StringBuilder(
            $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{width}}" height="{{height}}" viewBox="0 0 {{width}} {{height}}" role="img">
            <title>{{title}}</title>
            <style>
            text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d6deeb; white-space: pre }
            .back { fill: #101823; stroke: #3b4656 } .dot { fill: #3b4656 }
            .s1 { font-weight: 600; fill: #ffffff } .s2 { fill: #8592a6 } .s31 { fill: #ff7b72 } .s32 { fill: #7ee08a } .s33 { fill: #f0c25c } .s36 { fill: #6cc7e6 }
            </style>
            <rect class="back" x="0.5" y="0.5" width="{{width - 1}}" height="{{height - 1}}" rx="8"/>
            <circle class="dot" cx="20" cy="17" r="5"/><circle class="dot" cx="38" cy="17" r="5"/><circle class="dot" cx="56" cy="17" r="5"/>

            """);
        for (var row = 0; row < lines.Count; row++) svg.Append(Row(lines[row], Bar + 14 + (row * LineHeight)));
        return svg.Append("</svg>\n").ToString();
    }

    // Each piece has its length, so that columns stand below each other whatever font there is.
    private static string Row(StyledLine line, int y)
    {
        var row = new StringBuilder();
        var column = 0;
        foreach (var (text, codes) in line.Pieces)
        {
            if (text.Trim().Length > 0)
            {
                var begin = text.Length - text.TrimStart().Length;
                var word = text.Trim();
                var kind = codes.Length > 0 ? $" class=\"s{codes}\"" : "";
                row.Append(CultureInfo.InvariantCulture, $"<text{kind} x=\"{Margin + ((column + begin) * Letter):0.#}\" y=\"{y}\" textLength=\"{word.Length * Letter:0.#}\">");
                row.Append(SecurityElement.Escape(word)).Append("</text>\n");
            }

            column += text.Length;
        }

        return row.ToString();
    }
}
