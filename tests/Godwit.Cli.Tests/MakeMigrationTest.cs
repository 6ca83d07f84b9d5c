using System.Globalization;
using System.Text.RegularExpressions;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed partial class MakeMigrationTest : IDisposable
{
    private readonly Project project = new();

    public MakeMigrationTest() => project.Write("godwit.json", """{ "format": "sql" }""");

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("make:migration create_posts_table")]
    [InlineData("make migration create_posts_table")]
    [InlineData("make migration create posts table")]
    [InlineData("create CreatePostsTable")]
    [InlineData("revision -m create-posts-table")]
    [InlineData("revision --message create_posts_table")]
    [InlineData("migrate:make create_posts_table")]
    [Trait("Parity", "A2 B1 E1")]
    public async Task A_new_migration_is_named_by_the_time_in_utc_and_its_words(string line)
    {
        var outcome = (await project.RunAsync(line)).Succeeded();

        var file = Assert.Single(Files());
        Assert.Equal($"Created database/migrations/{file}", outcome.Out.Trim());
        var match = Timestamped().Match(file);
        Assert.True(match.Success, file);
        var version = DateTime.ParseExact(match.Groups[1].Value, "yyyy_MM_dd_HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        Assert.InRange(version, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(5));
        Assert.Contains("CREATE TABLE \"posts\"", Content(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("make:migration create_posts_table", "CREATE TABLE \"posts\" (", "DROP TABLE \"posts\";")]
    [InlineData("make:migration start --create=posts", "CREATE TABLE \"posts\" (", "DROP TABLE \"posts\";")]
    [InlineData("make:migration add slug to posts", "ALTER TABLE \"posts\" ADD COLUMN \"slug\"", "ALTER TABLE \"posts\" DROP COLUMN \"slug\";")]
    [InlineData("make:migration change --table posts", "-- ALTER TABLE \"posts\" ADD COLUMN", "-- ALTER TABLE \"posts\" DROP COLUMN")]
    [InlineData("make:migration tidy up", "-- UP\n\n", "-- DOWN\n\n")]
    [Trait("Parity", "A2 D5")]
    public async Task The_new_file_has_both_sections_and_says_its_name_and_time(string line, string up, string down)
    {
        (await project.RunAsync(line)).Succeeded();

        var file = Assert.Single(Files());
        var content = Content(file);
        Assert.StartsWith($"-- Migration: {Path.GetFileNameWithoutExtension(file)}\n-- Created: 20", content, StringComparison.Ordinal);
        var sections = content.Split("-- DOWN");
        Assert.Contains("-- UP\n" + (up.StartsWith("-- UP", StringComparison.Ordinal) ? "" : up), sections[0], StringComparison.Ordinal);
        Assert.Contains(down.Replace("-- DOWN", "", StringComparison.Ordinal), sections[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_can_be_applied_and_undone_as_it_is()
    {
        foreach (var name in (string[])["create_posts_table", "add_slug_to_posts", "tidy"]) (await project.RunAsync(["make:migration", name])).Succeeded();

        (await project.RunAsync("migrate")).Succeeded().Says("Applied 3 migrations");
        (await project.RunAsync("rollback")).Succeeded().Says("Rolled back 3 migrations");
    }

    [Fact]
    [Trait("Parity", "B1")]
    public async Task Named_by_the_day_the_second_of_a_day_has_a_number()
    {
        foreach (var name in (string[])["a", "b", "c"]) (await project.RunAsync($"migrate:make {name} --naming date --dir other")).Succeeded();

        var files = Directory.GetFiles(Path.Join(project.Root, "other")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Matches("^20[0-9]{6}_02_b.sql$", files[0]);
        Assert.Matches("^20[0-9]{6}_03_c.sql$", files[1]);
        Assert.Matches("^20[0-9]{6}_a.sql$", files[2]);
        (await project.RunAsync("pending --dir other")).Succeeded();
        var ids = (await project.RunAsync("pending --dir other")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["a", "b", "c"], ids.Select(id => id[^1..]));
    }

    [Fact]
    [Trait("Parity", "D1 D4")]
    public async Task Named_by_sequence_it_has_the_next_number()
    {
        project.Write("godwit.json", """{ "naming": "sequence", "format": "sql" }""");
        project.TableMigration("009_a.sql", "a");

        (await project.RunAsync("create second")).Succeeded().Says("Created database/migrations/010_second.sql");
    }

    [Fact]
    public async Task From_inside_the_project_the_path_shown_is_the_one_to_type()
    {
        project.Here = Path.Join(project.Root, "database");

        (await project.RunAsync("make:migration notes")).Succeeded().Says("Created migrations/20");
    }

    [Theory]
    [InlineData("--format sql")]
    [InlineData("--format sql --naming sequence")]
    [Trait("Parity", "E1 A16")]
    public async Task Init_sets_up_a_project_and_leaves_what_is_there(string options)
    {
        var fresh = Directory.CreateDirectory(Path.Join(project.Root, "fresh")).FullName;
        project.Here = fresh;
        project.Write("fresh/.gitignore", "bin/\n.env");

        (await project.RunAsync("init " + options)).Succeeded().Says("created godwit.json", "created database/migrations/", "created .gitignore", "godwit make:migration");
        project.Write("fresh/godwit.json", await File.ReadAllTextAsync(Path.Join(fresh, "godwit.json")) + "// mine");
        (await project.RunAsync("init")).Succeeded().Says("Everything already exists.");

        Assert.Equal("bin/\n.env\ndatabase/*.sqlite\ndatabase/*.sqlite-*\n.godwit/\n", await File.ReadAllTextAsync(Path.Join(fresh, ".gitignore")));
        Assert.EndsWith("// mine", await File.ReadAllTextAsync(Path.Join(fresh, "godwit.json")), StringComparison.Ordinal);
        (await project.RunAsync("make:migration create_posts_table")).Succeeded();
        (await project.RunAsync("migrate")).Succeeded();
        Assert.True(File.Exists(Path.Join(fresh, "database/database.sqlite")));
        Assert.Equal(options.Contains("sequence", StringComparison.Ordinal), File.Exists(Path.Join(fresh, "database/migrations/001_create_posts_table.sql")));
    }

    private string[] Files() => [.. Directory.GetFiles(Path.Join(project.Root, "database/migrations")).Select(file => Path.GetFileName(file)!)];

    private string Content(string file) => File.ReadAllText(Path.Join(project.Root, "database/migrations", file));

    [GeneratedRegex("^([0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{6})_create_posts_table.sql$")]
    private static partial Regex Timestamped();
}
