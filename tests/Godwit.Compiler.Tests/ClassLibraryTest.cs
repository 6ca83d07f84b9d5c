using Xunit;

namespace Godwit.Compiler.Tests;

/// <summary>Classes in loose files, compiled together and kept.</summary>
public sealed class ClassLibraryTest : IDisposable
{
    private const string Post = "public class Post\n{\n    public int Id { get; set; }\n    public string Title { get; set; } = \"\";\n}\n";
    private const string Factory = "public class PostFactory\n{\n    public Post Make() => new() { Title = \"made\" };\n}\n";

    private readonly string root = Directory.CreateTempSubdirectory("godwit-classes-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    [Trait("Parity", "C3")]
    public void Classes_of_several_folders_are_compiled_as_one()
    {
        Write("models/Post.cs", Post);
        Write("models/inside/Tag.cs", "namespace Inside;\npublic class Tag { public int Id { get; set; } }");
        Write("database/factories/PostFactory.cs", Factory);

        var types = Library().Compile(["models", "database/factories", "nowhere"]);

        var factory = types.Single(type => type.Name == "PostFactory");
        var made = factory.GetMethod("Make")!.Invoke(Activator.CreateInstance(factory), [])!;
        Assert.Equal("made", made.GetType().GetProperty("Title")!.GetValue(made));
        Assert.Contains(types, type => type.FullName == "Inside.Tag");
    }

    [Fact]
    public void What_was_compiled_is_kept_until_a_file_is_edited()
    {
        Write("models/Post.cs", Post);
        Library().Compile(["models"]);
        var kept = Assert.Single(Kept());

        Library().Compile(["models"]);
        Assert.Equal([kept], Kept());

        Write("models/Post.cs", Post.Replace("Title", "Headline", StringComparison.Ordinal));
        Assert.NotNull(Library().Compile(["models"]).Single(type => type.Name == "Post").GetProperty("Headline"));
        Assert.Equal(2, Kept().Length);
    }

    [Fact]
    public void An_error_is_shown_with_its_place_and_how_many_files_have_more()
    {
        Write("models/A.cs", "public class A\n{\n    public Nothing X { get; set; }\n}\n");
        Write("models/B.cs", "public class B { public Nobody Y { get; set; } }\n");

        var error = Assert.Throws<GodwitException>(() => Library().Compile(["models"]));

        Assert.Equal(ErrorCode.InvalidCode, error.Code);
        Assert.Equal(("models/A.cs", 3), (error.Location!.Path, error.Location.Line));
        Assert.Contains("1 more of the files", error.Remedy, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public void What_a_build_wrote_is_passed_over()
    {
        Write("models/Post.cs", Post);
        Write("models/obj/Debug/Post.g.cs", Post);
        Write("models/.hidden/Post.cs", Post);

        Assert.Single(Library().Compile(["models", "models"]), type => type.Name == "Post");
    }

    [Fact]
    public void Folders_without_files_have_no_classes() => Assert.Empty(Library().Compile(["models"]));

    [Fact]
    [Trait("Parity", "C3")]
    public void The_classes_of_an_assembly_are_loaded_apart_from_this_program()
    {
        var copy = Path.Join(root, "App.dll");
        File.Copy(typeof(ClassLibraryTest).Assembly.Location, copy);
        foreach (var beside in Directory.EnumerateFiles(AppContext.BaseDirectory, "xunit*.dll").Append(typeof(ClassLibrary).Assembly.Location))
            File.Copy(beside, Path.Join(root, Path.GetFileName(beside)));

        var types = Library().Open("App.dll");

        var loaded = types.Single(type => type.FullName == typeof(ClassLibraryTest).FullName);
        Assert.NotEqual(typeof(ClassLibraryTest), loaded);
    }

    [Fact]
    public void An_assembly_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.dll", Assert.Throws<GodwitException>(() => Library().Open("nowhere.dll")).Message, StringComparison.Ordinal);

    private ClassLibrary Library() => new(root);

    private void Write(string file, string text)
    {
        var path = Path.Join(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string[] Kept() => Directory.Exists(Path.Join(root, ".godwit")) ? [.. Directory.GetFiles(Path.Join(root, ".godwit")).Order()] : [];
}
