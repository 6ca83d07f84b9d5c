namespace Godwit.Tests.Architecture;

/// <summary>The arrows that a document draws, in code blocks called <c>arrows</c>.</summary>
/// <remarks>
/// A line is <c>From -> To, To</c>. With a project on the left, projects stand on the right; with a folder on the left
/// (<c>Godwit/Sql</c>), folders of the same project do (<c>Errors</c>). A dot is the project's own folder.
/// </remarks>
internal static class ArrowMap
{
    internal static HashSet<Arrow> Parse(string document)
    {
        var arrows = new HashSet<Arrow>();
        var inside = false;
        foreach (var line in document.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = line == "```arrows";
            else if (inside && line.Length > 0) arrows.UnionWith(Line(line));
        }

        return arrows;
    }

    private static IEnumerable<Arrow> Line(string line)
    {
        var sides = line.Split("->", StringSplitOptions.TrimEntries);
        if (sides is not [{ Length: > 0 } from, { Length: > 0 } to]) throw new FormatException($"Not an arrow: {line}");
        var project = from.Split('/', 2) is [var name, _] ? name + "/" : "";
        return to.Split(',', StringSplitOptions.TrimEntries).Select(target => new Arrow(from, project + target));
    }
}
