using System.Text;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>The project is found from any folder inside it (parity C1).</summary>
public sealed class ProjectRootTest : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("godwit.json", "{}")]
    [InlineData("Shop.sln", "")]
    [InlineData("Shop.slnx", "<Solution />")]
    [InlineData("Shop.csproj", "<Project />")]
    [InlineData("Shop.fsproj", "<Project />")]
    public void The_root_is_found_from_a_folder_below_it(string marker, string content)
    {
        project.Write(marker, content);
        project.Folder("src/deep/down");

        Assert.Equal(project.Root, project.LoadFrom("src/deep/down").Root);
    }

    [Fact]
    public void Settings_further_up_win_over_a_nearer_project_file()
    {
        project.Write("godwit.json", "{}");
        project.Write("src/Shop/Shop.sln", "");
        project.Write("src/Shop/Shop.csproj", "");

        Assert.Equal(project.Root, project.LoadFrom("src/Shop").Root);
    }

    [Fact]
    public void A_solution_further_up_wins_over_a_nearer_project_file()
    {
        project.Write("src/Shop.sln", "");
        project.Write("src/Shop/Shop.csproj", "");

        Assert.Equal(Path.Combine(project.Root, "src"), project.LoadFrom("src/Shop").Root);
    }

    [Fact]
    public void The_nearest_of_several_settings_files_is_used()
    {
        project.Write("godwit.json", "{}");
        project.Write("inner/godwit.json", """{ "table": "inner" }""");

        Assert.Equal("inner", project.LoadFrom("inner").Table);
    }

    [Fact]
    public void Without_any_marker_the_start_is_the_root()
    {
        var start = Path.Combine(Path.GetPathRoot(project.Root)!, "no-such-folder-" + Path.GetFileName(project.Root), "deep");

        var config = ProjectConfig.Load(start, variables: project.Environment);

        Assert.Equal(start, config.Root);
        Assert.Null(config.SettingsPath);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("other/godwit.json")]
    [InlineData("other/Shop.csproj")]
    public void A_project_that_is_named_is_not_searched_for(string named)
    {
        project.Write("godwit.json", """{ "table": "outer" }""");
        project.Write("other/godwit.json", """{ "table": "other" }""");
        project.Write("other/Shop.csproj", "");

        Assert.Equal("other", ProjectConfig.Load(project.Root, named, project.Environment).Table);
    }

    [Fact]
    public void A_named_settings_file_may_have_any_name()
    {
        project.Write("settings/test.json", """{ "table": "test" }""");

        var config = ProjectConfig.Load(project.Root, "settings/test.json", project.Environment);

        Assert.Equal("test", config.Table);
        Assert.Equal(Path.Combine(project.Root, "settings"), config.Root);
    }

    [Fact]
    public void A_named_project_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<GodwitException>(() => ProjectConfig.Load(project.Root, "nowhere"));

        Assert.Equal(ErrorCode.FileAccess, error.Code);
        Assert.Contains("nowhere", error.Message);
    }

    [Fact]
    public void Settings_that_are_not_UTF8_are_refused_with_the_place()
    {
        File.WriteAllBytes(Path.Combine(project.Root, "godwit.json"), [.. "{\n \"table\": \""u8, 0xE9, .. "\" }"u8]);

        var error = Assert.Throws<GodwitException>(() => project.Load());

        Assert.Equal(ErrorCode.NotUtf8, error.Code);
        Assert.Equal("godwit.json:2:12", error.Location!.ToString());
    }

    [Fact]
    public void A_byte_order_mark_and_the_replacement_character_are_fine()
    {
        File.WriteAllText(Path.Combine(project.Root, "godwit.json"), "{ \"table\": \"\uFFFD\" }", new UTF8Encoding(true));

        Assert.Equal("\uFFFD", project.Load().Table);
    }

    [Theory]
    [InlineData("godwit.json")]
    [InlineData(".env")]
    public void A_file_that_cannot_be_read_is_an_error(string name)
    {
        var full = project.Write(name, "");
        using var held = new FileStream(full, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var error = Assert.Throws<GodwitException>(() => project.Load());

        Assert.Equal(ErrorCode.FileAccess, error.Code);
        Assert.Contains(name, error.Message);
    }

    [Theory]
    [InlineData("database/migrations", "database/migrations")]
    [InlineData("..x/a", "..x/a")]
    public void Paths_inside_the_project_are_shown_relative_to_it(string path, string shown)
    {
        var config = project.Load();

        Assert.Equal(shown, config.Shown(config.FullPath(path)));
    }

    [Fact]
    public void Paths_outside_the_project_are_shown_whole()
    {
        var config = project.Load();
        var outside = config.FullPath("../outside");

        Assert.Equal(outside, config.Shown(outside));
    }
}
