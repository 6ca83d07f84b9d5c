using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>The history is told where the database is.</summary>
public sealed class StampTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    public async Task A_database_that_has_it_all_is_stamped_and_nothing_is_left_to_do()
    {
        Three();
        (await Project.RunAsync("stamp 001")).Succeeded().Says("+ 001_a", "Recorded 1 migration as applied. Nothing was run.");
        (await Project.RunAsync("stamp head")).Succeeded().Says("+ 002_b", "+ 003_c", "Recorded 2 migrations as applied.");
        (await Project.RunAsync("stamp head")).Succeeded().Says("Nothing to do: the history already says so.");

        Assert.Equal(["001_a 1", "002_b 2", "003_c 2"], await HistoryAsync());
        (await Project.RunAsync("migrate")).Succeeded().Says("Nothing to apply");
    }

    [Fact]
    public async Task Going_back_takes_rows_out_and_purging_writes_the_history_anew()
    {
        Three();
        await Project.RunAsync("migrate");
        Project.Delete("001_a.sql");

        (await Project.RunAsync("stamp 002")).Succeeded().Says("- 003_c", "Took 1 row out of the history. Nothing was run.");
        var purged = (await Project.RunAsync("stamp 002 --purge --json")).Succeeded().Json;

        Assert.Equal(["001_a", "002_b"], purged.GetProperty("removed").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["002_b"], purged.GetProperty("recorded").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["002_b 1"], await HistoryAsync());
    }

    [Fact]
    public async Task An_unknown_revision_is_refused_with_the_nearest_one()
    {
        Three();

        (await Project.RunAsync("stamp 004")).Failed("unknown-revision", ExitCode.Failed, "No migration is called '004'");
        (await Project.RunAsync("stamp 02_b")).Succeeded();
        (await Project.RunAsync("stamp")).Failed("usage", ExitCode.Usage, "needs REV");

        Assert.Equal(["001_a 1", "002_b 1"], await HistoryAsync());
    }

    [Theory]
    [InlineData("production", "stamp head", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "stamp head --force", (int)ExitCode.Done)]
    [InlineData("staging", "stamp head", (int)ExitCode.Done)]
    [InlineData("staging", "stamp base", (int)ExitCode.ConfirmationNeeded)]
    public async Task Where_it_is_asked_for_a_confirmation_is_needed(string environment, string line, int code)
    {
        Three();
        await Project.RunAsync("migrate --target 001");
        var before = await StateAsync();

        (await Project.RunAsync($"{line} --env {environment}")).Ended((ExitCode)code);

        var after = await StateAsync();
        if (code == (int)ExitCode.Done) Assert.NotEqual(before, after);
        else Assert.Equal(before, after);
    }

    private void Three()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("002_b.sql", "b");
        Project.TableMigration("003_c.sql", "c");
    }
}
