using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What status shows, to the letter.</summary>
public sealed class StatusTest() : DatabaseSpecification(Server.Sqlite)
{
    [Theory]
    [InlineData("status")]
    [InlineData("migrate:status")]
    [Trait("Parity", "A7")]
    public async Task Each_migration_has_its_batch_and_whether_it_ran_and_there_are_totals(string verb)
    {
        await TwoOfThreeAsync();

        Assert.Equal(
            """
            migration              batch  status
            001_create_users           1  ran
            002_create_posts           2  ran
            003_add_slug_to_posts         pending

            2 applied, 1 pending

            """, (await Project.RunAsync(verb)).Succeeded().Out);
    }

    [Fact]
    [Trait("Parity", "A7")]
    public async Task Only_what_is_pending_or_only_what_ran_can_be_shown()
    {
        await TwoOfThreeAsync();

        var pending = (await Project.RunAsync("status --pending")).Ended(ExitCode.Difference);
        Assert.Contains("003_add_slug_to_posts", pending.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("001_create_users", pending.Out, StringComparison.Ordinal);
        var executed = (await Project.RunAsync("status --executed")).Succeeded();
        Assert.DoesNotContain("003_add_slug_to_posts", executed.Out, StringComparison.Ordinal);
        Assert.Contains("001_create_users", executed.Out, StringComparison.Ordinal);
        (await Project.RunAsync("migrate")).Succeeded();
        (await Project.RunAsync("status --pending")).Succeeded();
    }

    [Fact]
    [Trait("Parity", "A7")]
    public async Task Verbose_adds_when_how_long_by_whom_and_the_checksum()
    {
        await TwoOfThreeAsync();

        var lines = (await Project.RunAsync("status --verbose")).Succeeded().Out.Split('\n');

        Assert.Matches("^migration +batch +status +applied at +took +by +checksum$", lines[0]);
        Assert.Matches("^001_create_users +1 +ran +20[0-9-]+ [0-9:]{8} +[0-9]+ ms +[^ ]+@[^ ]+ +[0-9a-f]{12}$", lines[1]);
        Assert.Matches("^003_add_slug_to_posts +pending +[0-9a-f]{12}$", lines[3]);
    }

    [Theory]
    [InlineData(200, "checksum", "")]
    [InlineData(80, "by", "checksum")]
    [InlineData(70, "took", "by, checksum")]
    [InlineData(60, "applied at", "took, by, checksum")]
    [InlineData(40, "status", "applied at, took, by, checksum")]
    public async Task On_a_narrow_terminal_the_least_important_columns_are_left_out(int width, string last, string left)
    {
        await TwoOfThreeAsync();
        Project.Answers = [];
        Project.Width = width;

        var lines = (await Project.RunAsync("status --verbose")).Succeeded().Out.TrimEnd().Split('\n');

        Assert.All(lines[..4], line => Assert.InRange(line.Length, 1, width));
        Assert.Contains(last, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("003_add_slug_to_posts", lines[3], StringComparison.Ordinal);
        Assert.Equal(left.Length == 0 ? "" : $"({left}: in a wider terminal, or with --json)", lines[4]);
    }

    [Fact]
    public async Task Migrations_whose_files_are_gone_edited_or_unreadable_are_told_apart()
    {
        await TwoOfThreeAsync();
        Project.Delete("001_create_users.sql");
        Project.TableMigration("002_create_posts.sql", "edited");
        Project.Migration("003_add_slug_to_posts.sql", "SELECT '");

        var status = (await Project.RunAsync("status")).Ended(ExitCode.Failed);

        Assert.Matches("001_create_users +1 +file missing\n002_create_posts +2 +edited\n003_add_slug_to_posts +broken\n", status.Out);
        status.Says("2 applied (1 edited, 1 file missing), 0 pending, 1 broken", "error unterminated");
    }

    [Fact]
    [Trait("Parity", "C5")]
    public async Task History_is_a_table_too()
    {
        await TwoOfThreeAsync();

        var lines = (await Project.RunAsync("history")).Succeeded().Out.Split('\n');

        Assert.Matches("^migration +batch +applied at +took +by$", lines[0]);
        Assert.Matches("^001_create_users +1 +20[0-9-]+ [0-9:]{8} +[0-9]+ ms +[^ ]+@[^ ]+$", lines[1]);
    }

    private async Task TwoOfThreeAsync()
    {
        Project.TableMigration("001_create_users.sql", "users");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("002_create_posts.sql", "posts");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.Migration("003_add_slug_to_posts.sql", "ALTER TABLE posts ADD slug text;");
    }
}
