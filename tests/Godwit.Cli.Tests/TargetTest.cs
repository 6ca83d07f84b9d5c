using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Every way to say where to go: to the command on a database, and to the one that writes a script for the database's own client.</summary>
public sealed class TargetTest() : DatabaseSpecification(Server.Sqlite)
{
    private static readonly string[] Tables = ["a_users", "b_posts", "c_slugs"];

    [Theory]
    [InlineData("head", 3)]
    [InlineData("HEAD", 3)]
    [InlineData("heads", 3)]
    [InlineData("+1", 1)]
    [InlineData("+2", 2)]
    [InlineData("2026_02_05_090000_create_posts", 2)]
    [InlineData("2026_02_05_090000", 2)]
    [InlineData("create_posts", 2)]
    [InlineData("CREATE_POSTS", 2)]
    [InlineData("post", 2)]
    [InlineData("base+2", 2)]
    [InlineData("head-1", 2)]
    [InlineData("create_users+1", 2)]
    [InlineData("tag:v1.0", 1)]
    [Trait("Parity", "C4 C6")]
    public async Task Up_a_revision_is_the_same_to_the_command_and_in_a_script(string revision, int applied)
    {
        Three();
        var script = (await Project.RunAsync($"upgrade {revision} --sql")).Succeeded().Out;

        (await Project.RunAsync($"upgrade {revision}")).Succeeded();
        Assert.Equal(Tables[..applied], await TablesAsync());
        File.Delete(Project.SqliteFile);
        await RunAsync(script);

        Assert.Equal(Tables[..applied], await TablesAsync());
        Assert.Equal(applied, (await HistoryAsync()).Length);
    }

    [Theory]
    [InlineData("+9", 3)]
    [InlineData("base", 0)]
    [InlineData("date:2026-02-28", 2)]
    [InlineData("date:2026-03-05T08:59", 2)]
    [InlineData("date:2026-03-05T10:30+02:00", 2)]
    [InlineData("date:2026-03-05T11:00+02:00", 3)]
    [Trait("Parity", "C4")]
    public async Task Up_a_database_goes_as_far_as_there_is_something_and_to_a_date(string revision, int applied)
    {
        Three();

        (await Project.RunAsync($"upgrade --revision {revision}")).Succeeded();

        string[] made = applied == 0 ? [] : await TablesAsync();
        Assert.Equal(Tables[..applied], made);
    }

    [Theory]
    [InlineData("base", 0)]
    [InlineData("-1", 2)]
    [InlineData("-2", 1)]
    [InlineData("2026_01_05_090000_create_users", 1)]
    [InlineData("2026_01_05_090000", 1)]
    [InlineData("create_users", 1)]
    [InlineData("users", 1)]
    [InlineData("base+1", 1)]
    [InlineData("head-1", 2)]
    [InlineData("create_users+1", 2)]
    [InlineData("tag:v1.0", 1)]
    [InlineData("head", 3)]
    [Trait("Parity", "C4 C6")]
    public async Task Down_a_revision_is_the_same_to_the_command_and_in_a_script(string revision, int left)
    {
        Three();
        var script = (await Project.RunAsync($"downgrade head:{revision} --sql")).Succeeded().Out;
        (await Project.RunAsync("upgrade")).Succeeded();

        (await Project.RunAsync($"downgrade {revision}")).Succeeded();
        Assert.Equal(Tables[..left], await TablesAsync());
        (await Project.RunAsync("upgrade")).Succeeded();
        await RunAsync(script);

        Assert.Equal(Tables[..left], await TablesAsync());
        Assert.Equal(left, (await HistoryAsync()).Length);
    }

    [Theory]
    [InlineData("-9", 0)]
    [InlineData("batch:2", 2)]
    [InlineData("batch:0", 0)]
    [InlineData("date:2000-01-01", 0)]
    [InlineData("date:2100-01-01", 3)]
    [Trait("Parity", "C4")]
    public async Task Down_a_database_goes_as_far_as_there_is_something_and_to_a_batch_or_date(string revision, int left)
    {
        Three();
        for (var run = 0; run < 3; run++) (await Project.RunAsync("upgrade +1")).Succeeded();

        (await Project.RunAsync($"downgrade --revision {revision}")).Succeeded();

        Assert.Equal(Tables[..left], await TablesAsync());
    }

    [Theory]
    [InlineData(":create_posts", 0, 2)]
    [InlineData("base:+1", 0, 1)]
    [InlineData("create_users:", 1, 3)]
    [InlineData("create_users:+1", 1, 2)]
    [InlineData("tag:v1.0:head", 1, 3)]
    [InlineData("head-1:heads", 2, 3)]
    [Trait("Parity", "C4 C6")]
    public async Task A_range_leads_a_database_from_one_place_to_another(string range, int from, int to)
    {
        Three();
        var script = (await Project.RunAsync($"upgrade {range} --sql")).Succeeded().Out;
        if (from > 0) (await Project.RunAsync($"upgrade +{from}")).Succeeded();

        await RunAsync(script);

        Assert.Equal(Tables[..to], await TablesAsync());
    }

    [Theory]
    [InlineData("upgrade 2026 --sql", "ambiguous-revision", (int)ExitCode.Failed)]
    [InlineData("upgrade nowhere --sql", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("upgrade +9 --sql", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("upgrade tag:v9 --sql", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("upgrade date:2026-02-28 --sql", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("downgrade head:batch:1 --sql", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("downgrade -1 --sql", "usage", (int)ExitCode.Usage)]
    [InlineData("upgrade +0", "usage", (int)ExitCode.Usage)]
    [InlineData("upgrade batch:1", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("downgrade batch:9", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("downgrade date:yesterday", "unknown-revision", (int)ExitCode.Failed)]
    [Trait("Parity", "C4")]
    public async Task What_names_no_place_is_refused_and_nothing_is_changed(string line, string code, int exit)
    {
        Three();

        (await Project.RunAsync(line)).Failed(code, (ExitCode)exit);

        Assert.Equal(["no file"], await StateAsync());
    }

    private void Three()
    {
        Project.Migration("2026_01_05_090000_create_users.sql", "-- tags: v1.0\n-- UP\nCREATE TABLE a_users (id int);\n-- DOWN\nDROP TABLE a_users;");
        Project.TableMigration("2026_02_05_090000_create_posts.sql", "b_posts");
        Project.TableMigration("2026_03_05_090000_add_slugs.sql", "c_slugs");
    }

    private async Task RunAsync(string script)
    {
        var (code, output, error) = await DatabaseShell.SqliteAsync(Project.SqliteFile, script);
        Assert.True(code == 0, $"{output}\n{error}\n{script}");
    }
}
