using System.Text.Json;
using Godwit.Formats;
using Godwit.Schema;

namespace Godwit.Cli.Rendering;

/// <summary>A schema as a tree.</summary>
/// <param name="title">What stands at its root; null when it is one thing that is its own root.</param>
/// <param name="schema">The schema.</param>
internal sealed class SchemaScreen(string? title, DatabaseSchema schema) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        if (title is not null) output.Line(title, Style.Faint);
        var nodes = SchemaTree.Of(schema);
        if (nodes.Count == 0) output.Line("It holds nothing.");
        Branches(output, nodes, "");
    }

    internal override void WriteJson(Utf8JsonWriter json) => SchemaJson.Write(json, schema);

    private static void Branches(TextOutput output, ValueList<SchemaNode> nodes, string indent)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var isLast = i == nodes.Count - 1;
            output.Line([(indent + (isLast ? "└─ " : "├─ "), Style.Faint), .. Pieces(nodes[i])]);
            Branches(output, nodes[i].Children, indent + (isLast ? "   " : "│  "));
        }
    }

    // A column is known by where it stands; of all else the kind is said.
    private static (string Text, Style Style)[] Pieces(SchemaNode node) =>
    [
        (node.Kind is "column" ? "" : node.Kind, Style.Hint),
        (node.Kind is "column" || node.Name.Length == 0 ? node.Name : " " + node.Name, node.Children.Count > 0 ? Style.Strong : Style.Plain),
        (node.Detail.Length == 0 ? "" : "  " + node.Detail, Style.Faint),
    ];
}
