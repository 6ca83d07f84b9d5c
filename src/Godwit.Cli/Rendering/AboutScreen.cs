using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>Names and values.</summary>
internal sealed class AboutScreen(IReadOnlyList<(string Name, string Value)> rows) : Screen
{
    internal override void WriteText(TextOutput output)
    {
        foreach (var (name, value) in rows) output.Line((name.PadRight(15), Style.Faint), (value, Style.Plain));
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        foreach (var (name, value) in rows) json.WriteString(CamelCase(name), value);
    }

    // "history table" is "historyTable", as the members of all documents are spelt
    private static string CamelCase(string name)
    {
        var blank = name.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? name : string.Concat(name.AsSpan(0, blank), char.ToUpperInvariant(name[blank + 1]).ToString(), name.AsSpan(blank + 2));
    }
}
