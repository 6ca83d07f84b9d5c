using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>From models to a migration to a database that is what they say, with the real command.</summary>
public sealed class AutogenerateTest : IDisposable
{
    private const string Post = """
        using System.ComponentModel.DataAnnotations;
        using Godwit;

        public class Post
        {
            public long Id { get; set; }

            [MaxLength(200)]
            public required string Title { get; set; }

            [Default(0)]
            public int Likes { get; set; }
        }
        """;

    private readonly Project project = new();

    public AutogenerateTest() => project.Write("models/Post.cs", Post);

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("create \"start\" --auto", ".cs", "schema.Create(\"posts\", table =>")]
    [InlineData("revision -m start --autogenerate", ".cs", "table.String(\"title\", 200);")]
    [InlineData("make:migration start --auto --format sql", ".sql", "CREATE TABLE \"posts\"")]
    [InlineData("create start --auto --from migrations", ".cs", "schema.Create(\"posts\", table =>")]
    [Trait("Parity", "C2 C3 E1")]
    public async Task The_models_become_a_migration_and_the_database_what_they_say(string line, string ending, string content)
    {
        (await project.RunAsync(line.Replace("\"", "", StringComparison.Ordinal))).Succeeded().Says("Created", "+ create table posts");

        var file = Assert.Single(project.MigrationFiles());
        Assert.EndsWith("start" + ending, file, StringComparison.Ordinal);
        Assert.Contains(content, Content(file), StringComparison.Ordinal);
        (await project.RunAsync("migrate")).Succeeded();
        (await project.RunAsync("check")).Succeeded().Says("The database matches its migrations.", "The migrations match the models.");
        (await project.RunAsync("rollback")).Succeeded();
        (await project.RunAsync("schema:diff models migrations")).Succeeded().Says("have the same schema");
    }

    [Fact]
    [Trait("Parity", "C2")]
    public async Task Nothing_to_do_writes_nothing()
    {
        await StartAsync();

        (await project.RunAsync("create again --auto")).Succeeded().Says("Nothing to do: the database matches the models.");
        Assert.False((await project.RunAsync("create again --auto --json")).Succeeded().Json.GetProperty("changed").GetBoolean());

        Assert.Single(project.MigrationFiles());
    }

    [Fact]
    [Trait("Parity", "C2")]
    public async Task What_may_be_a_rename_is_never_guessed()
    {
        await StartAsync();
        project.Write("models/Post.cs", Post.Replace("Title", "Headline", StringComparison.Ordinal));

        var refused = await project.RunAsync("create rename --auto");
        refused.Failed("unanswered-rename", ExitCode.Difference, "posts.title:headline", "--rename posts.title:headline", "Nothing was written.");
        Assert.Single(project.MigrationFiles());

        (await project.RunAsync("create rename --auto --rename posts.title:posts.headline")).Succeeded();
        Assert.Contains("RenameColumn(\"title\", \"headline\")", Content(project.MigrationFiles()[^1]), StringComparison.Ordinal);
        (await project.RunAsync("migrate")).Succeeded();
        (await project.RunAsync("check")).Succeeded();
    }

    [Theory]
    [InlineData("y", "RenameColumn(\"title\", \"headline\")")]
    [InlineData("n", "DropColumn(\"title\")")]
    [Trait("Parity", "C2")]
    public async Task A_person_at_a_terminal_is_asked_about_what_may_be_a_rename(string answer, string content)
    {
        await StartAsync();
        project.Write("models/Post.cs", Post.Replace("Title", "Headline", StringComparison.Ordinal));

        var (code, screen) = await CommandProcess.OnTerminalAsync(project, "godwit make:migration rename --auto", "[y/N] ", answer);

        Assert.Equal(0, code);
        var words = string.Join(' ', screen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Was the column title of posts renamed to headline? If not, it is dropped with its values. [y/N]", words, StringComparison.Ordinal);
        Assert.Contains(content, Content(project.MigrationFiles()[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rename_that_the_model_says_is_made()
    {
        await StartAsync();
        project.Write("models/Post.cs", Post.Replace("    public required string Title", "    [RenamedFrom(\"title\")]\n    public required string Headline", StringComparison.Ordinal));

        (await project.RunAsync("create rename --auto")).Succeeded().Says("rename column title of posts to headline");
    }

    [Theory]
    [InlineData("--rename posts.titel:headline", "Did you mean posts.title?")]
    [InlineData("--rename post:articles", "Did you mean posts?")]
    [InlineData("--rename headline", "Write old:new")]
    public async Task A_rename_of_what_is_not_there_is_a_mistake(string option, string words)
    {
        await StartAsync();

        (await project.RunAsync("create rename --auto " + option)).Failed("usage", ExitCode.Usage, words);
    }

    [Fact]
    public async Task What_loses_data_has_a_comment_and_comes_back_without_it()
    {
        await StartAsync();
        project.Write("models/Post.cs", Post.Replace("    [Default(0)]\n    public int Likes { get; set; }\n", "", StringComparison.Ordinal));

        (await project.RunAsync("create drop_likes --auto")).Succeeded();

        var text = Content(project.MigrationFiles()[^1]);
        Assert.Contains("// The values of likes are lost.", text, StringComparison.Ordinal);
        Assert.Contains("table.DropColumn(\"likes\")", text, StringComparison.Ordinal);
        (await project.RunAsync("migrate")).Succeeded();
        (await project.RunAsync("rollback")).Succeeded();
    }

    [Fact]
    public async Task Pending_migrations_come_first()
    {
        (await project.RunAsync("create start --auto")).Succeeded();

        (await project.RunAsync("create again --auto")).Failed("pending", ExitCode.Difference, "godwit migrate", "--from migrations");
        (await project.RunAsync("create again --auto --from migrations")).Succeeded().Says("Nothing to do: the migrations match the models.");
    }

    [Fact]
    public async Task A_check_tells_what_is_pending_and_what_was_changed_by_hand()
    {
        await StartAsync();
        project.Migration("9999_by_hand.sql", "ALTER TABLE posts ADD COLUMN by_hand integer;");

        var pending = (await project.RunAsync("check --json")).Ended(ExitCode.Difference).Json;
        Assert.Equal("9999_by_hand", pending.GetProperty("pending")[0].GetString());
        Assert.True(pending.GetProperty("comparisons")[0].GetProperty("same").GetBoolean());

        (await project.RunAsync("migrate")).Succeeded();
        project.Migration("9999_by_hand.sql", "SELECT 1;");
        (await project.RunAsync("check")).Ended(ExitCode.Difference).Says("The database does not match its migrations", "- drop column by_hand of posts");
        (await project.RunAsync("schema:diff migrations models")).Succeeded();
    }

    [Fact]
    public async Task A_script_is_compared_with_the_models()
    {
        project.Write("schema.sql", "CREATE TABLE posts (id integer PRIMARY KEY AUTOINCREMENT, title varchar(200) NOT NULL, likes integer NOT NULL DEFAULT 0);\n");
        project.Write("broken.sql", "CREATE TABLE a (id integer);\nCREATE TABEL b (id integer);\n");

        (await project.RunAsync("schema:diff schema.sql migrations")).Ended(ExitCode.Difference).Says("From schema.sql to migrations:", "- drop table posts");
        (await project.RunAsync("schema:diff broken.sql migrations")).Failed("statement-failed", ExitCode.Failed, "broken.sql:2:1", "scratch database");
        (await project.RunAsync("schema:diff models models")).Failed("usage", ExitCode.Usage);
        (await project.RunAsync("schema:diff models")).Failed("usage", ExitCode.Usage, "compares two");
    }

    [Theory]
    [InlineData("create x --rename a:b", "--auto only")]
    [InlineData("create x --from migrations", "--auto only")]
    public async Task Options_of_autogenerate_need_it(string line, string words) => (await project.RunAsync(line)).Failed("usage", ExitCode.Usage, words);

    [Fact]
    public async Task A_project_without_models_is_told_where_they_would_be()
    {
        Directory.Delete(Path.Join(project.Root, "models"), recursive: true);

        (await project.RunAsync("create x --auto")).Failed("directory-missing", ExitCode.Failed, "models, app/Models and Models", "godwit.json");
    }

    [Fact]
    public async Task A_mistake_in_a_model_is_shown_with_its_place()
    {
        project.Write("models/Post.cs", Post.Replace("long Id", "lung Id", StringComparison.Ordinal));

        (await project.RunAsync("create x --auto")).Failed("invalid-code", ExitCode.Failed, "models/Post.cs:6:12");
    }

    private async Task StartAsync()
    {
        (await project.RunAsync("create start --auto")).Succeeded();
        (await project.RunAsync("migrate")).Succeeded();
    }

    private string Content(string file) => File.ReadAllText(Path.Join(project.Root, "database/migrations", file));
}
