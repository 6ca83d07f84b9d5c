using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What a person is asked at the beginning, and what comes of the answers.</summary>
public sealed class InitTest : IDisposable
{
    private readonly Project project = new();

    public InitTest() => project.Here = Directory.CreateDirectory(Path.Join(project.Root, "My-Shop 2")).FullName;

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("", "", "sqlite:database/database.sqlite", "csharp")]
    [InlineData("postgres", "SQL", "postgresql://my_shop_2@localhost/my_shop_2", "sql")]
    [InlineData("mariadb", "C", "mariadb://my_shop_2@localhost/my_shop_2", "csharp")]
    public async Task A_person_is_asked_for_the_database_and_the_language(string database, string language, string url, string format)
    {
        project.Answers = [database, language];

        (await project.RunAsync("init")).Succeeded().Says("Which database?", "Migrations in C# or in SQL?", "Next:", "godwit make:migration create_posts_table", "godwit migrate");

        Assert.Contains($"\"main\": \"{url}\"", Settings(), StringComparison.Ordinal);
        Assert.Contains($"\"format\": \"{format}\"", Settings(), StringComparison.Ordinal);
        (await project.RunAsync("about")).Succeeded().Says(url.Split(':')[0]);
    }

    [Fact]
    public async Task What_is_said_on_the_line_or_is_there_already_is_not_asked()
    {
        project.Answers = ["nobody", "asked"];

        (await project.RunAsync("init --database mysql --format sql")).Succeeded().Says("DB_PASSWORD", "godwit doctor");

        Assert.Contains("mysql://", Settings(), StringComparison.Ordinal);
        (await project.RunAsync("init")).Succeeded().Says("Everything already exists.");
    }

    [Fact]
    public async Task Without_a_person_everything_has_a_default()
    {
        (await project.RunAsync("init")).Succeeded();

        Assert.Contains("sqlite:database/database.sqlite", Settings(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_none_of_the_words_ends_it_before_anything_is_written()
    {
        project.Answers = ["mongodb"];

        (await project.RunAsync("init")).Ended(ExitCode.Usage).Says("error usage", "'mongodb' is not one of sqlite, postgresql, mysql, mariadb.", "Nothing was changed.");

        Assert.Empty(Directory.GetFileSystemEntries(project.Here));
    }

    private string Settings() => File.ReadAllText(Path.Join(project.Here, "godwit.json"));
}
