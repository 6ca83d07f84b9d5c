using Xunit;

namespace Godwit.Tests.Architecture;

/// <summary>The sources are built as docs/architecture.md says.</summary>
public sealed class ArchitectureTest
{
    private static readonly Lazy<SourceModel> Sources = new(() => new SourceModel(Repository.Sources()));

    [Fact]
    public void Every_arrow_between_folders_is_drawn() => AssertDrawn(Sources.Value.FolderArrows());

    [Fact]
    public void Every_arrow_between_projects_is_drawn() => AssertDrawn(Sources.Value.ProjectArrows());

    [Fact]
    public void No_folders_depend_on_each_other_in_a_circle() => Findings.AssertNone(Circles.Find(Sources.Value.FolderArrows().Keys));

    [Fact]
    public void The_map_draws_no_circle() => Findings.AssertNone(Circles.Find(Map()));

    [Fact]
    public void Files_and_functions_are_small() => Findings.AssertNone(Repository.Sources().SelectMany(Sizes.TooLarge));

    private static HashSet<Arrow> Map() => ArrowMap.Parse(Repository.Read("docs/architecture.md"));

    private static void AssertDrawn(Dictionary<Arrow, string> arrows)
    {
        var map = Map();
        Findings.AssertNone(arrows.Where(arrow => !map.Contains(arrow.Key)).Select(arrow => $"{arrow.Key}, as {arrow.Value}"));
    }
}
