using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Branches of migrations: seen, joined, and gone along.</summary>
public sealed class RevisionTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    [Trait("Parity", "C5")]
    public async Task The_head_is_what_nothing_builds_on_and_needs_no_connection()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("002_b.sql", "b");

        Assert.Equal("002_b", (await Project.RunAsync("heads --url postgresql://nobody@127.0.0.1:1/nowhere")).Succeeded().Out.Trim());
    }

    [Fact]
    [Trait("Parity", "C10")]
    public async Task Two_heads_grown_from_one_parent_are_an_error_with_both_names_and_merge_mends_it()
    {
        Fork();

        var heads = (await Project.RunAsync("heads")).Ended(ExitCode.Difference).Says("002_b", "003_c", "godwit merge");
        Assert.Equal(["002_b", "003_c"], heads.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        (await Project.RunAsync("migrate")).Failed("several-heads", ExitCode.Failed,
            "002_b (database/migrations/002_b.sql)", "003_c (database/migrations/003_c.sql)", "all build on 001_a", "godwit merge", "godwit rebase 003_c");
        Assert.False(File.Exists(Project.SqliteFile), "Nothing may be applied.");

        (await Project.RunAsync("merge --naming sequence --format sql")).Succeeded().Says("Created database/migrations/004_merge_b_and_c.sql");
        (await Project.RunAsync("heads")).Succeeded().Says("004_merge_b_and_c");
        (await Project.RunAsync("merge")).Succeeded().Says("There is nothing to merge");
        (await Project.RunAsync("upgrade")).Succeeded();
        Assert.Equal(["001_a 1", "002_b 1", "003_c 1", "004_merge_b_and_c 1"], await HistoryAsync());
    }

    [Theory]
    [InlineData("depends: 003_c", "depends: 002_b", "dependency-cycle", "database/migrations/002_b.sql:1:13", "002_b, which depends on 003_c, which depends on 002_b", "godwit rebase")]
    [InlineData("parent: 003_c", "parent: 002_b", "dependency-cycle", "database/migrations/002_b.sql:1:12", "002_b, which depends on 003_c, which depends on 002_b", "godwit rebase")]
    [InlineData("depends: 003_d", "parent: 002_b", "missing-dependency", "database/migrations/002_b.sql:1:13", "002_b depends on 003_d, and no migration is called that.", "Did you mean 003_c?")]
    [Trait("Parity", "C10")]
    public async Task A_circle_and_a_missing_dependency_are_errors_with_the_line_and_what_mends_it(
        string second, string third, string code, string place, string words, string remedy)
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", $"-- {second}\nCREATE TABLE b (id int);");
        Project.Migration("003_c.sql", $"-- {third}\nCREATE TABLE c (id int);");

        (await Project.RunAsync("migrate")).Failed(code, ExitCode.Failed, place, words, remedy);
        (await Project.RunAsync("validate --files")).Ended(ExitCode.Difference).Says("error " + code, place);

        Assert.Equal(["no file"], await StateAsync());
    }

    [Fact]
    [Trait("Parity", "C4 C10")]
    public async Task A_merge_in_csharp_names_its_parents_too()
    {
        Fork();

        (await Project.RunAsync(["merge", "-m", "billing meets orders", "--format", "csharp", "--naming", "sequence"])).Succeeded().Says("004_billing_meets_orders.cs");

        (await Project.RunAsync("heads")).Succeeded().Says("004_billing_meets_orders");
        (await Project.RunAsync("upgrade")).Succeeded();
        (await Project.RunAsync("downgrade 002")).Failed("behind-merge", ExitCode.Failed, "003_c, which is applied too", "godwit downgrade 001_a");
        (await Project.RunAsync("downgrade 001")).Succeeded();
        Assert.Equal(["001_a 1"], await HistoryAsync());
    }

    [Fact]
    [Trait("Parity", "C5")]
    public async Task The_graph_is_drawn_as_a_tree_with_what_is_applied()
    {
        Fork();
        Project.Migration("004_m.sql", "-- parent: 002_b, 003_c\n-- tags: v1\n-- UP\n-- DOWN\n");
        await Project.RunAsync("upgrade 002");

        var lines = (await Project.RunAsync("history --graph")).Succeeded().Out.TrimEnd().Split('\n');

        Assert.Equal(
            ["* 004_m  pending  head  [v1]", @"|\", "| * 003_c  pending", "* | 002_b  ran in batch 1", "|/", "* 001_a  ran in batch 1"],
            lines.Select(line => line.TrimEnd()));
        var json = (await Project.RunAsync("history --graph --json")).Succeeded().Json.GetProperty("graph");
        Assert.Equal(["002_b", "003_c"], json[3].GetProperty("parents").EnumerateArray().Select(parent => parent.GetString()));
    }

    [Fact]
    [Trait("Parity", "C4")]
    public async Task Tags_batches_and_dates_are_targets()
    {
        Project.Migration("2026_01_05_090000_a.sql", "-- tags: v1.0\n-- UP\nCREATE TABLE a (id int);\n-- DOWN\nDROP TABLE a;");
        Project.TableMigration("2026_02_05_090000_b.sql", "b");
        Project.TableMigration("2026_03_05_090000_c.sql", "c");

        (await Project.RunAsync("upgrade tag:v1.0")).Succeeded();
        Assert.Equal(["a"], await TablesAsync());
        (await Project.RunAsync("upgrade date:2026-02-28")).Succeeded();
        Assert.Equal(["a", "b"], await TablesAsync());
        (await Project.RunAsync("upgrade")).Succeeded();
        (await Project.RunAsync("downgrade batch:2")).Succeeded();
        Assert.Equal(["a", "b"], await TablesAsync());
        (await Project.RunAsync("downgrade tag:v1.0")).Succeeded();
        Assert.Equal(["a"], await TablesAsync());
        (await Project.RunAsync("downgrade date:2026-01-01")).Succeeded();
        Assert.Empty(await TablesAsync());
        (await Project.RunAsync("upgrade tag:v2")).Failed("unknown-revision", ExitCode.Failed, "No migration has the tag 'v2'");
        (await Project.RunAsync("upgrade batch:1")).Failed("unknown-revision");
    }

    private void Fork()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE b (id int);\n-- DOWN\nDROP TABLE b;");
        Project.Migration("003_c.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE c (id int);\n-- DOWN\nDROP TABLE c;");
    }
}
