using System.Text.RegularExpressions;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class PipelineOnPostgreSqlTest() : PipelineSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class PipelineOnMariaDbTest() : PipelineSpecification(Server.MariaDb);

public sealed class PipelineOnSqliteTest() : PipelineSpecification(Server.Sqlite)
{
    [Theory]
    [InlineData("2026_01_01_090000_late.sql", "CREATE TABLE late (id int);\n-- DOWN\nDROP TABLE late;", "validate", (int)ExitCode.Difference, "sorts before 2026_01_05_090000_create_notes_table")]
    [InlineData("2026_03_05_090000_unsafe.sql", "DROP TABLE notes;\n-- DOWN\n", "lint", (int)ExitCode.Difference, "error DL01")]
    [InlineData("2026_03_05_090000_oneway.sql", "CREATE TABLE a (id int);\n-- DOWN\nCREATE TABLE b (id int);", "test", (int)ExitCode.Failed, "2026_03_05_090000_oneway")]
    [InlineData("2026_03_05_090000_mistake.sql", "CREATE TABEL a (id int);\n-- DOWN\n", "test", (int)ExitCode.Failed, "2026_03_05_090000_mistake.sql:1:8")]
    [InlineData("2026_03_05_090000_apart.sql", "ALTER TABLE notes ADD COLUMN stray int;\n-- DOWN\nALTER TABLE notes DROP COLUMN stray;", "check", (int)ExitCode.Difference, "drop column stray of notes")]
    public async Task A_pull_request_that_would_not_work_is_stopped(string file, string text, string verb, int code, string words)
    {
        await PullRequestAsync();
        Project.Migration(file, text);

        foreach (var line in Lines("For a pull request"))
        {
            var outcome = await CommandProcess.InShellAsync(Project, line);
            if (outcome.Code is ExitCode.Done) continue;
            Assert.StartsWith($"godwit {verb} ", line + " ", StringComparison.Ordinal);
            outcome.Ended((ExitCode)code).Says(words);
            return;
        }

        Assert.Fail("It went through.");
    }

    [Fact]
    public async Task The_recipes_for_products_are_the_same_lines()
    {
        await PullRequestAsync();
        Project.Set("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        Project.Set("DATABASE_URL", "sqlite:" + Project.SqliteFile);

        foreach (var product in (string[])["GitHub Actions", "GitLab CI"])
        {
            var lines = Yaml(product);
            Assert.Equal(
                [.. Lines("For a pull request").Select(Bare), "godwit migrate --env production --force"],
                lines.Select(Bare).Where(line => !line.StartsWith("git ", StringComparison.Ordinal)));
            foreach (var line in lines) (await CommandProcess.InShellAsync(Project, line)).Succeeded();
        }
    }

    // The lines of a product's recipe that run something; what the product itself puts in for its variables is put in here.
    private static string[] Yaml(string heading) =>
    [
        .. Regex.Matches(Section(heading), @"^ *- (?:run: )?((?:dotnet godwit|git) .*?)(?: +#.*)?$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value.Replace("${{ github.base_ref }}", "main", StringComparison.Ordinal)),
    ];

    // How a product passes on what is found is its own affair; and the branch is main.
    private static string Bare(string line) => line.Replace("dotnet ", "", StringComparison.Ordinal).Replace(" --output sarif > lint.sarif", "", StringComparison.Ordinal)
        .Replace("\"origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME\"", "origin/main", StringComparison.Ordinal);
}

/// <summary>The recipes of docs/pipelines.md, line by line as they stand there, on a project in a git repository.</summary>
public abstract class PipelineSpecification(Server server) : DatabaseSpecification(server)
{
    private static readonly string Page = File.ReadAllText(Path.Join(Samples.Repository, "docs", "pipelines.md"));

    [DatabaseFact]
    public async Task A_good_pull_request_goes_through_all_lines_and_is_deployed()
    {
        await PullRequestAsync();
        Assert.Equal(5, Lines("For a pull request").Length);
        foreach (var line in Lines("For a pull request")) (await CommandProcess.InShellAsync(Project, line)).Succeeded();
        Assert.Equal(2, (await HistoryAsync()).Length);

        await using var production = await NewDatabaseAsync();
        Project.Set("DATABASE_URL", production?.Url ?? $"sqlite:{Path.Join(Project.Root, "production.sqlite")}");
        (await CommandProcess.InShellAsync(Project, "godwit upgrade create_notes_table --force --env production")).Succeeded();
        var (status, migrate) = Lines("For a deployment") is [var first, var second] ? (first, second) : throw new InvalidOperationException("The recipe has another number of lines.");

        (await CommandProcess.InShellAsync(Project, status)).Ended(ExitCode.Difference).Says("2026_02_05_090000_add_pinned_to_notes_table");
        (await CommandProcess.InShellAsync(Project, migrate)).Succeeded();
        (await CommandProcess.InShellAsync(Project, status)).Succeeded();
    }

    /// <summary>The lines of the first block of code under a heading, without their comments.</summary>
    private protected static string[] Lines(string heading) =>
    [
        .. Regex.Match(Section(heading), "```sh\n(.*?)```", RegexOptions.Singleline).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('#')[0].Trim()),
    ];

    private protected static string Section(string heading) => Page.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));

    /// <summary>A branch that adds a column to the table of the main one, in its migrations and in its model.</summary>
    private protected async Task PullRequestAsync()
    {
        Project.Set("CI", "true");
        if (Server is Server.Sqlite) Project.Set("DATABASE_URL", "sqlite:" + Project.SqliteFile);
        Project.Migration("2026_01_05_090000_create_notes_table.cs", Migration("CreateNotesTable", "schema.Create(\"notes\", table => { table.Id(); table.String(\"title\", 100); });"));
        Project.Write("models/Note.cs", Model(""));
        await GitAsync("init --quiet --initial-branch=main");
        await CommitAsync("first");
        await GitAsync($"remote add origin {Project.Root}/.git");
        await GitAsync("fetch --quiet origin");
        await GitAsync("checkout --quiet -b pinned");
        Project.Migration("2026_02_05_090000_add_pinned_to_notes_table.cs", Migration("AddPinned", "schema.Table(\"notes\", table => table.Boolean(\"pinned\").Default(false));"));
        Project.Write("models/Note.cs", Model("[Default(false)]\n    public bool Pinned { get; set; }\n"));
        await CommitAsync("second");
    }

    private async Task CommitAsync(string message)
    {
        await GitAsync("add godwit.json database models");
        await GitAsync($"-c user.name=t -c user.email=t@example.org commit --quiet -m {message}");
    }

    private async Task GitAsync(string line) => (await CommandProcess.InShellAsync(Project, "git " + line)).Succeeded();

    private static string Migration(string name, string up) =>
        $"using Godwit;\n\n[Migration]\npublic sealed class {name} : Migration\n{{\n    public override void Up(SchemaBuilder schema) => {up}\n}}\n";

    private static string Model(string property) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Godwit;

        public class Note
        {
            public long Id { get; set; }

            [MaxLength(100)]
            public string Title { get; set; } = "";

            {{property}}
        }
        """;
}
