using System.Text.Json;
using Godwit.Comparison;

namespace Godwit.Cli.Rendering;

/// <summary>A migration that was written from a difference.</summary>
internal sealed class GeneratedScreen(string path, string shown, SchemaDifference difference, IReadOnlyList<string> undecided, IReadOnlyList<string> unread) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        output.Paragraph($"Created {shown}", 0);
        DifferenceText.Write(output, difference, undecided);
        DifferenceText.WriteUnread(output, unread);
        output.Paragraph("Read it before you apply it.", 0, Style.Hint);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("changed", true);
        json.WriteString("migration", Path.GetFileNameWithoutExtension(path));
        json.WriteString("file", path);
        DifferenceText.WriteJson(json, difference, undecided, unread);
    }
}
