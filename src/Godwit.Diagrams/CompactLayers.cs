using Godwit.Schema;

namespace Godwit.Diagrams;

/// <summary>
/// Moves the boxes of each layer up and down, without changing their order, to where they are nearest to those they are connected with.
/// </summary>
internal sealed class CompactLayers
{
    private const int Sweeps = 8;

    private readonly PlacedBox[][] layers;
    private readonly ILookup<ObjectName, ObjectName> neighbours;
    private readonly double gap;
    private readonly Dictionary<ObjectName, double> middles = [];

    private CompactLayers(PlacedBox[][] layers, ILookup<ObjectName, ObjectName> neighbours, double gap)
    {
        this.layers = layers;
        this.neighbours = neighbours;
        this.gap = gap;
    }

    /// <param name="boxes">The boxes in layers: those with the same left side are one.</param>
    /// <param name="neighbours">What each is connected with.</param>
    /// <param name="gap">What is free between two boxes of a layer at least.</param>
    /// <param name="layerGap">What is free between two layers.</param>
    internal static IEnumerable<PlacedBox> Of(IEnumerable<PlacedBox> boxes, ILookup<ObjectName, ObjectName> neighbours, double gap, double layerGap)
    {
        PlacedBox[][] layers = [.. boxes.GroupBy(box => Math.Round(box.X)).OrderBy(layer => layer.Key).Select(layer => layer.OrderBy(box => box.Y).ToArray())];
        var left = 0.0;
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i] = [.. layers[i].Select(box => box with { X = left })];
            left = layers[i].Max(box => box.Right) + layerGap;
        }

        return new CompactLayers(layers, neighbours, gap).Run();
    }

    private IEnumerable<PlacedBox> Run()
    {
        for (var i = 0; i < layers.Length; i++) Place(i, Stacked(layers[i]));
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var i = 0; i < layers.Length; i++) Place(i, Wanted(layers[i]));
            for (var i = layers.Length - 1; i >= 0; i--) Place(i, Wanted(layers[i]));
        }

        return layers.SelectMany(layer => layer);
    }

    // At first all layers have their middle at the same height.
    private double[] Stacked(PlacedBox[] layer)
    {
        var top = -(layer.Sum(box => box.Box.Height) + (gap * (layer.Length - 1))) / 2;
        return [.. layer.Select(box =>
        {
            var wanted = top;
            top += box.Box.Height + gap;
            return wanted;
        })];
    }

    private double[] Wanted(PlacedBox[] layer) =>
        [.. layer.Select(box => neighbours[box.Box.Table.Name].Select(name => middles[name]).DefaultIfEmpty(box.Y + (box.Box.Height / 2)).Average() - (box.Box.Height / 2))];

    // As near to the wanted places as the order and the gaps allow, in the sense of least squares: the pool adjacent violators algorithm
    // (Best and Chakravarti, "Active set algorithms for isotonic regression", 1990).
    private void Place(int index, double[] wanted)
    {
        var layer = layers[index];
        var blocks = new List<(double Sum, int Count)>();
        var offset = 0.0;
        for (var i = 0; i < layer.Length; i++)
        {
            var (sum, count) = (wanted[i] - offset, 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > sum / count)
            {
                (sum, count) = (sum + blocks[^1].Sum, count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add((sum, count));
            offset += layer[i].Box.Height + gap;
        }

        (offset, var next) = (0.0, 0);
        foreach (var (sum, count) in blocks)
        {
            for (var i = 0; i < count; i++, next++)
            {
                layer[next] = layer[next] with { Y = (sum / count) + offset };
                middles[layer[next].Box.Table.Name] = layer[next].Y + (layer[next].Box.Height / 2);
                offset += layer[next].Box.Height + gap;
            }
        }
    }
}
