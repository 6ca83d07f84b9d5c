using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>New files in C#, and which language is chosen.</summary>
public sealed class NewCSharpMigrationTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("make:migration create_posts_table", "CreatePostsTable", "schema.Create(\"posts\", table =>", "table.Timestamps();", "=> schema.DropIfExists(\"posts\");")]
    [InlineData("make:migration start --create=posts", "Start", "schema.Create(\"posts\", table =>", "table.Id();", "=> schema.DropIfExists(\"posts\");")]
    [InlineData("make:migration add slug to posts", "AddSlugToPosts", "schema.Table(\"posts\", table =>", "table.String(\"slug\").Nullable();", "table.DropColumn(\"slug\");")]
    [InlineData("make:migration change --table posts", "Change", "schema.Table(\"posts\", table =>", "// table.String(", "// table.DropColumn(")]
    [Trait("Parity", "A2")]
    public async Task The_class_is_filled_in_from_the_name_and_the_table_named(string line, string className, params string[] content)
    {
        (await project.RunAsync(line)).Succeeded();

        var file = Assert.Single(project.MigrationFiles());
        Assert.Matches("^20[0-9]{2}_[0-9]{2}_[0-9]{2}_[0-9]{6}_[a-z_]+\\.cs$", file);
        var text = Content(file);
        Assert.StartsWith($"using Godwit;\n\n[Migration]\npublic sealed class {className} : Migration\n{{\n", text, StringComparison.Ordinal);
        Assert.All(content, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "", "", ".cs")]
    [InlineData("{}", "001_a.cs", "", ".cs")]
    [InlineData("{}", "001_a.sql", "", ".sql")]
    [InlineData("{}", "001_a.sql 002_b.cs", "", ".cs")]
    [InlineData("{}", "001_a.sql", "--format csharp", ".cs")]
    [InlineData("{}", "", "--format sql", ".sql")]
    [InlineData("{ \"format\": \"csharp\" }", "001_a.sql", "", ".cs")]
    [InlineData("{ \"format\": \"sql\" }", "001_a.cs", "", ".sql")]
    [InlineData("{ \"format\": \"sql\" }", "", "--format csharp", ".cs")]
    public async Task The_language_is_the_one_asked_for_or_the_projects_or_the_one_it_is_written_in(
        string settings, string existing, string options, string ending)
    {
        project.Write("godwit.json", settings);
        foreach (var file in existing.Split(' ', StringSplitOptions.RemoveEmptyEntries)) project.Migration(file, "");

        (await project.RunAsync("make:migration tidy " + options)).Succeeded();

        Assert.EndsWith("tidy" + ending, project.MigrationFiles()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_none_is_a_mistake() =>
        (await project.RunAsync("make:migration x --format ruby")).Failed("usage", ExitCode.Usage, "csharp, sql");

    [Theory]
    [InlineData("", "csharp", "001_create_posts_table.cs")]
    [InlineData("--format csharp", "csharp", "001_create_posts_table.cs")]
    [InlineData("--format sql", "sql", "001_create_posts_table.sql")]
    public async Task Init_settles_the_language(string options, string format, string file)
    {
        File.Delete(Path.Join(project.Root, "godwit.json"));

        (await project.RunAsync("init --naming sequence " + options)).Succeeded();
        (await project.RunAsync("make:migration create_posts_table")).Succeeded();

        Assert.Contains($"\"format\": \"{format}\"", await File.ReadAllTextAsync(Path.Join(project.Root, "godwit.json")), StringComparison.Ordinal);
        Assert.Equal([file], project.MigrationFiles());
    }

    private string Content(string file) => File.ReadAllText(Path.Join(project.Root, "database/migrations", file));
}
