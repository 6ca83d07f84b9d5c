using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit.Diagrams;

/// <summary>The line of a foreign key, from its column's row to that of the column it refers to.</summary>
internal static class ForeignKeyLine
{
    private const double Bend = 60;

    internal static void Append(StringBuilder svg, PlacedBox from, ForeignKey key, PlacedBox to)
    {
        var (startY, endY) = (from.Y + from.Box.Middle(key.Columns[0]), to.Y + to.Box.Middle(key.ReferencedColumns.Count > 0 ? key.ReferencedColumns[0] : ""));
        var title = $"{from.Box.Table.Name} ({string.Join(", ", key.Columns)}) → {to.Box.Table.Name} ({string.Join(", ", key.ReferencedColumns)})";
        svg.Append(CultureInfo.InvariantCulture,
            $"<path class=\"key\" data-from=\"{Xml.Text(from.Box.Table.Name.ToString())}\" data-to=\"{Xml.Text(to.Box.Table.Name.ToString())}\" marker-start=\"url(#many)\" marker-end=\"url(#one)\" d=\"{Path(from, startY, to, endY)}\"><title>{Xml.Text(title)}</title></path>\n");
    }

    // Out of the side that faces the other box; where they stand above each other, round the right side of both.
    private static string Path(PlacedBox from, double startY, PlacedBox to, double endY)
    {
        if (to.Right + 20 < from.X) return Curve(from.X, startY, -1, to.Right, endY, 1);
        if (from.Right + 20 < to.X) return Curve(from.Right, startY, 1, to.X, endY, -1);
        return Curve(from.Right, startY, 1, to.Right, endY, 1);
    }

    private static string Curve(double startX, double startY, int startSide, double endX, double endY, int endSide)
    {
        var bend = Math.Max(Bend, Math.Abs(endX - startX) / 2);
        if (startSide == endSide) bend = Bend;
        return string.Create(CultureInfo.InvariantCulture, $"M{startX:0.#} {startY:0.#}C{startX + (startSide * bend):0.#} {startY:0.#} {endX + (endSide * bend):0.#} {endY:0.#} {endX:0.#} {endY:0.#}");
    }
}
