using Godwit.Schema;
using GraphShape;
using GraphShape.Algorithms.Layout;
using QuikGraph;

namespace Godwit.Diagrams;

/// <summary>
/// Where boxes stand: those that refer to one another in layers from left to right, each group by itself, and the groups beside each other.
/// Which layer a box is in, and its place among the others of it, says the library, so that few lines cross.
/// </summary>
internal sealed class DiagramLayout
{
    private const double LayerGap = 90;
    private const double BoxGap = 28;
    private const double GroupGap = 70;
    private const double Margin = 30;

    private readonly Dictionary<ObjectName, EntityBox> boxes;
    private readonly Dictionary<ObjectName, PlacedBox> placed = [];

    private DiagramLayout(IReadOnlyList<EntityBox> boxes) => this.boxes = boxes.ToDictionary(box => box.Table.Name);

    /// <summary>The boxes at their places.</summary>
    internal static Layout Of(IReadOnlyList<EntityBox> boxes) => new DiagramLayout(boxes).Arrange();

    private Layout Arrange()
    {
        var groups = Groups().Select(Group).OrderByDescending(group => group.Width * group.Height).ToArray();
        var (width, height) = Pack(groups);
        return new Layout([.. boxes.Keys.Select(name => placed[name])], width, height);
    }

    // Tables that are connected by foreign keys, however far; those that are not connected to any come together, too.
    private List<EntityBox[]> Groups()
    {
        var neighbours = boxes.Keys.ToDictionary(name => name, _ => new List<ObjectName>());
        foreach (var (from, to) in Links())
        {
            neighbours[from].Add(to);
            neighbours[to].Add(from);
        }

        var groups = new List<EntityBox[]>();
        var seen = new HashSet<ObjectName>();
        foreach (var start in boxes.Keys.Where(name => neighbours[name].Count > 0))
        {
            if (!seen.Add(start)) continue;
            var group = new List<EntityBox>();
            var open = new Queue<ObjectName>([start]);
            while (open.TryDequeue(out var name))
            {
                group.Add(boxes[name]);
                foreach (var next in neighbours[name].Where(seen.Add)) open.Enqueue(next);
            }

            groups.Add([.. group]);
        }

        EntityBox[] alone = [.. boxes.Values.Where(box => neighbours[box.Table.Name].Count == 0)];
        if (alone.Length > 0) groups.Add(alone);
        return groups;
    }

    private IEnumerable<(ObjectName From, ObjectName To)> Links() =>
        from box in boxes.Values
        from key in box.Table.ForeignKeys
        where key.ReferencedTable != box.Table.Name && boxes.ContainsKey(key.ReferencedTable)
        select (box.Table.Name, key.ReferencedTable);

    private GroupLayout Group(EntityBox[] group) =>
        group.Length > 1 && Links().Any(link => link.From == group[0].Table.Name || link.To == group[0].Table.Name) ? Layers(group) : Shelves(group);

    private GroupLayout Layers(EntityBox[] group)
    {
        var graph = new BidirectionalGraph<ObjectName, Edge<ObjectName>>(allowParallelEdges: false);
        graph.AddVertexRange(group.Select(box => box.Table.Name));
        // what is referred to stands on the left
        var links = Links().Where(link => graph.ContainsVertex(link.From)).ToArray();
        foreach (var (from, to) in links) graph.AddEdge(new Edge<ObjectName>(to, from));
        var sizes = group.ToDictionary(box => box.Table.Name, box => new Size(box.Width, box.Height));
        var algorithm = new SugiyamaLayoutAlgorithm<ObjectName, Edge<ObjectName>, BidirectionalGraph<ObjectName, Edge<ObjectName>>>(graph, sizes, new SugiyamaLayoutParameters
        {
            Direction = LayoutDirection.LeftToRight,
            LayerGap = LayerGap,
            SliceGap = BoxGap,
            MinimizeEdgeLength = true,
            OptimizeWidth = group.Length > 12,
            WidthPerHeight = 1.6,
        });
        algorithm.Compute();
        var boxes = group.Select(box => new PlacedBox(
            box, algorithm.VerticesPositions[box.Table.Name].X - (box.Width / 2), algorithm.VerticesPositions[box.Table.Name].Y - (box.Height / 2)));
        var neighbours = links.Concat(links.Select(link => (From: link.To, To: link.From))).ToLookup(link => link.From, link => link.To);
        return GroupLayout.Of(CompactLayers.Of(boxes, neighbours, BoxGap, LayerGap));
    }

    // Those that nothing connects stand in rows, the highest first.
    private static GroupLayout Shelves(EntityBox[] group)
    {
        var widest = Math.Max(1200, Math.Sqrt(group.Sum(box => (box.Width + BoxGap) * (box.Height + BoxGap)) * 1.6));
        var boxes = new List<PlacedBox>();
        var (x, y, row) = (0.0, 0.0, 0.0);
        foreach (var box in group.OrderByDescending(box => box.Height))
        {
            if (x > 0 && x + box.Width > widest) (x, y, row) = (0, y + row + BoxGap, 0);
            boxes.Add(new PlacedBox(box, x, y));
            x += box.Width + BoxGap;
            row = Math.Max(row, box.Height);
        }

        return GroupLayout.Of(boxes);
    }

    // The largest group first, the others in rows below it that are no wider.
    private (double Width, double Height) Pack(GroupLayout[] groups)
    {
        var widest = Math.Max(1200, groups.Length == 0 ? 0 : groups[0].Width);
        var (x, y, row, right) = (Margin, Margin, 0.0, 0.0);
        foreach (var group in groups)
        {
            if (x > Margin && x + group.Width > widest + Margin) (x, y, row) = (Margin, y + row + GroupGap, 0);
            foreach (var box in group.Boxes) placed[box.Box.Table.Name] = box with { X = box.X + x, Y = box.Y + y };
            right = Math.Max(right, x + group.Width);
            x += group.Width + GroupGap;
            row = Math.Max(row, group.Height);
        }

        return (right + Margin, y + row + Margin);
    }

    private sealed record GroupLayout(IReadOnlyList<PlacedBox> Boxes, double Width, double Height)
    {
        internal static GroupLayout Of(IEnumerable<PlacedBox> given)
        {
            PlacedBox[] boxes = [.. given];
            var (left, top) = (boxes.Min(box => box.X), boxes.Min(box => box.Y));
            return new GroupLayout([.. boxes.Select(box => box with { X = box.X - left, Y = box.Y - top })], boxes.Max(box => box.Right) - left, boxes.Max(box => box.Bottom) - top);
        }
    }
}

/// <summary>All boxes at their places.</summary>
/// <param name="Boxes">The boxes.</param>
/// <param name="Width">The width of the drawing.</param>
/// <param name="Height">Its height.</param>
internal sealed record Layout(IReadOnlyList<PlacedBox> Boxes, double Width, double Height);

/// <summary>A box at its place.</summary>
/// <param name="Box">The box.</param>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
internal sealed record PlacedBox(EntityBox Box, double X, double Y)
{
    internal double Right => X + Box.Width;

    internal double Bottom => Y + Box.Height;
}
