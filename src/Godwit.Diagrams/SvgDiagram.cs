using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit.Diagrams;

/// <summary>A schema as an entity diagram: a drawing in one file that needs no other.</summary>
public static class SvgDiagram
{
    /// <summary>The drawing as the text of an SVG file. It follows the reader's light or dark theme.</summary>
    public static string Of(DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var layout = DiagramLayout.Of([.. schema.Tables.AsEnumerable().Select(table => new EntityBox(table))]);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {layout.Width:0} {layout.Height:0}\" width=\"{layout.Width:0}\" height=\"{layout.Height:0}\" role=\"img\">\n");
        svg.Append("<title>").Append(Xml.Text(schema.Tables.Count == 1 ? "1 table" : $"{schema.Tables.Count} tables")).Append("</title>\n<style>").Append(Style).Append("</style>\n");
        svg.Append(Markers);
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"ground\" width=\"{layout.Width:0}\" height=\"{layout.Height:0}\"/>\n");
        var boxes = layout.Boxes.ToDictionary(box => box.Box.Table.Name);
        foreach (var box in layout.Boxes)
        {
            foreach (var key in box.Box.Table.ForeignKeys)
            {
                if (boxes.TryGetValue(key.ReferencedTable, out var other)) ForeignKeyLine.Append(svg, box, key, other);
            }
        }

        foreach (var box in layout.Boxes) Append(svg, box);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, PlacedBox placed)
    {
        var box = placed.Box;
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"table\" data-table=\"{Xml.Text(box.Table.Name.ToString())}\" transform=\"translate({placed.X:0.#} {placed.Y:0.#})\">");
        if (box.Table.Comment is { } comment) svg.Append("<title>").Append(Xml.Text(comment)).Append("</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"box\" width=\"{box.Width:0}\" height=\"{box.Height:0}\" rx=\"6\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"head\" d=\"M0 {EntityBox.HeadHeight:0}V6a6 6 0 0 1 6-6H{box.Width - 6:0}a6 6 0 0 1 6 6V{EntityBox.HeadHeight:0}Z\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"12\" y=\"19\">{Xml.Text(box.Title)}</text>\n");
        var y = EntityBox.HeadHeight + 14;
        foreach (var row in box.Rows)
        {
            if (row.Mark.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mark\" x=\"8\" y=\"{y:0}\">{row.Mark}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{EntityBox.NameOffset:0}\" y=\"{y:0}\">{Xml.Text(row.Name)}</text><text class=\"type\" x=\"{box.TypeOffset:0.#}\" y=\"{y:0}\">{Xml.Text(row.Type)}</text>\n");
            y += EntityBox.RowHeight;
        }

        if (box.Hidden > 0) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"type\" x=\"{EntityBox.NameOffset:0}\" y=\"{y:0}\">and {box.Hidden} more</text>\n");
        svg.Append("</g>\n");
    }

    // Colours stand in the rules themselves: what draws SVG outside of browsers knows no variables and no themes, and would paint all black.
    private const string Style =
        """

        text { font: 12px ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; }
        .ground { fill: #fbfbfa; }
        .box { fill: #ffffff; stroke: #c9ccd1; }
        .head { fill: #2f5d8a; }
        .name { font-size: 13px; font-weight: 600; fill: #ffffff; }
        .type, .mark { fill: #6b7280; }
        .mark { font-size: 10px; }
        .key, .end { fill: none; stroke: #8aa4bf; stroke-width: 1.4; }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6e8eb; }
        .ground { fill: #16181c; }
        .box { fill: #1f2329; stroke: #3b424c; }
        .head { fill: #35618c; }
        .name { fill: #ffffff; }
        .type, .mark { fill: #9aa3ad; }
        .key, .end { stroke: #56718c; }
        }

        """;

    // The many side is a crow's foot, the one side a bar.
    private const string Markers =
        """
        <defs>
        <marker id="many" viewBox="0 0 12 12" refX="12" refY="6" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="end" d="M0 6 12 1M0 6 12 11M0 6 12 6"/></marker>
        <marker id="one" viewBox="0 0 12 12" refX="12" refY="6" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="end" d="M0 6 12 6M6 1V11"/></marker>
        </defs>

        """;
}
