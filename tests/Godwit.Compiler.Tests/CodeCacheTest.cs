using System.Diagnostics;
using System.Runtime.Versioning;
using Xunit;

namespace Godwit.Compiler.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class CodeCacheTest : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly CodeProject project = new CodeProject().Write("001_a.cs", CodeProject.Sound("A"));

    public void Dispose() => project.Dispose();

    [Fact]
    public void What_was_compiled_is_kept_for_this_user_alone()
    {
        project.Load("001_a");

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Assert.Single(project.Kept())));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(project.CacheFolder));
    }

    [Fact]
    public void What_was_kept_is_used()
    {
        Plant();

        Assert.Equal("Planted", Loaded());
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    public void A_file_that_others_may_write_or_that_came_with_usual_rights_is_refused(UnixFileMode others)
    {
        File.SetUnixFileMode(Plant(), OwnerOnly | others);

        Assert.Equal("A", Loaded());
    }

    [RootFact]
    public void A_file_of_another_user_is_refused()
    {
        using (var chown = Process.Start("chown", ["65534", Plant()])) chown.WaitForExit();

        Assert.Equal("A", Loaded());
    }

    [Fact]
    public void A_file_under_the_name_of_another_is_refused()
    {
        var planted = Plant();
        project.Write("001_a.cs", CodeProject.Sound("Changed"));
        project.Load("001_a");
        File.Copy(planted, project.Kept().Single(file => file != planted), overwrite: true);

        Assert.Equal("Changed", Loaded());
    }

    [Fact]
    public void A_link_to_another_file_of_this_user_is_refused()
    {
        var planted = Plant();
        project.Write("001_a.cs", CodeProject.Sound("Changed"));
        project.Load("001_a");
        var kept = project.Kept().Single(file => file != planted);
        File.Delete(kept);
        File.CreateSymbolicLink(kept, planted);

        Assert.Equal("Changed", Loaded());
    }

    [RootFact]
    public void A_folder_that_another_user_made_and_filled_gives_nothing()
    {
        Plant();
        using (var chown = Process.Start("chown", ["-R", "65534", project.CacheFolder])) chown.WaitForExit();

        Assert.Equal("A", Loaded());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(2000)]
    public void A_file_that_is_not_whole_is_refused_and_made_anew(int length)
    {
        project.Load("001_a");
        var file = Assert.Single(project.Kept());
        var whole = File.ReadAllBytes(file);
        using (var stream = File.OpenWrite(file)) stream.SetLength(length);

        Assert.Equal("A", Loaded());
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    [Fact]
    public void Where_nothing_can_be_kept_the_migrations_work_all_the_same()
    {
        File.WriteAllText(project.CacheFolder, "in the way");

        Assert.Equal("A", Loaded());
    }

    [Fact]
    public void Only_the_newest_are_kept()
    {
        for (var i = 0; i < 12; i++) new CodeCache(project.CacheFolder).Keep($"{i}", new CompiledCode([1], [2], []));

        Assert.Equal(8, project.Kept().Length);
        Assert.NotNull(new CodeCache(project.CacheFolder).Find("11"));
        Assert.Null(new CodeCache(project.CacheFolder).Find("0"));
    }

    [Fact]
    public void What_is_found_is_what_was_kept()
    {
        var cache = new CodeCache(project.CacheFolder);
        cache.Keep("key", new CompiledCode([1, 2, 3], [4, 5], [new("A", null), new("N.B+C", null)]));

        var found = cache.Find("key")!;
        Assert.Equal([1, 2, 3], found.Assembly);
        Assert.Equal([4, 5], found.Symbols);
        Assert.Equal(["A", "N.B+C"], found.Files.Select(file => file.ClassName));
    }

    private string Loaded() => project.Load("001_a").GetType().Name;

    // What this user compiled from something else, under the name of what the project's file says.
    private string Plant()
    {
        var path = Path.Join("migrations", "001_a.cs");
        var key = CacheKey.Of([new SourceFile(path, CodeProject.Sound("A"))], [], Toolchain.Present);
        new CodeCache(project.CacheFolder).Keep(key, CompilerEntry.Run("planted", [new SourceFile(path, CodeProject.Sound("Planted"))], []));
        return Assert.Single(project.Kept());
    }
}
