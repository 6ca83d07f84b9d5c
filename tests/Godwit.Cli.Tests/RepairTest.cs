using System.Diagnostics;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>The history is made to agree with the files, as far as that can be shown to be right.</summary>
public sealed class RepairTest() : DatabaseSpecification(Server.Sqlite)
{
    private const string Table = "CREATE TABLE a (id int, body text DEFAULT 'x -- y');\n-- DOWN\nDROP TABLE a;\n";

    [Fact]
    [Trait("Parity", "E4")]
    public async Task An_edit_of_comments_and_blanks_is_shown_to_be_harmless_by_what_git_has()
    {
        await AppliedAsync();
        Project.Migration("001_a.sql", "-- what it is for\nCREATE TABLE a (\n    id int, /* key */\n    body text DEFAULT 'x -- y'\n);\n-- DOWN\nDROP TABLE a;\n");
        (await Project.RunAsync("migrate")).Failed("edited-after-applied");

        (await Project.RunAsync("repair")).Succeeded().Says("001_a accepted: only comments, whitespace or the down were changed");

        (await Project.RunAsync("migrate")).Succeeded();
        (await Project.RunAsync("repair")).Succeeded().Says("There is nothing to repair.");
    }

    [Theory]
    [InlineData("CREATE TABLE a (id int, body text DEFAULT 'x');")]
    [InlineData("CREATE TABLE a (id int, body text DEFAULT 'x -- y');\nCREATE TABLE b (id int);")]
    [Trait("Parity", "E4")]
    public async Task An_edit_that_changes_what_it_does_is_accepted_by_its_own_word_only(string edited)
    {
        await AppliedAsync();
        Project.Migration("001_a.sql", edited + "\n-- DOWN\nDROP TABLE a;\n");

        (await Project.RunAsync("repair")).Ended(ExitCode.Difference).Says("001_a edited godwit repair 001_a says what the edit changes");
        (await Project.RunAsync("repair 001")).Failed("edited-after-applied", ExitCode.Failed, "001_a.sql:", "was edited so that it does something else", "--accept");
        (await Project.RunAsync("repair 001 --accept")).Succeeded();
        (await Project.RunAsync("validate")).Succeeded();
    }

    [Fact]
    public async Task Without_git_the_person_who_names_it_is_believed_and_told_so()
    {
        Project.Migration("001_a.sql", Table);
        await Project.RunAsync("migrate");
        Project.Migration("001_a.sql", "-- a remark\n" + Table);

        (await Project.RunAsync("repair 001")).Succeeded().Says("Git does not have what was applied, so the two were not compared.");
    }

    [Fact]
    [Trait("Parity", "A17 E4")]
    public async Task A_row_without_a_file_is_listed_and_forgotten_by_name()
    {
        await AppliedAsync();
        Project.Delete("001_a.sql");

        (await Project.RunAsync("repair")).Ended(ExitCode.Difference).Says("001_a file missing godwit repair 001_a forgets it");
        (await Project.RunAsync("repair 001_a")).Succeeded();
        Assert.Empty(await HistoryAsync());
    }

    [Theory]
    [InlineData("--done", "counts as done. The next run continues after it.", new[] { "1", "2" })]
    [InlineData("--retry", "counts as not run. The next run begins with it.", new[] { "1", "1", "2" })]
    [Trait("Parity", "A17 E4")]
    public async Task A_statement_that_was_cut_off_is_decided_by_a_person_and_the_next_run_does_the_rest(string decision, string words, string[] rows)
    {
        const string begun = "-- transaction: off\nCREATE TABLE a (n int);\nINSERT INTO a VALUES (1);\nINSERT INTO ";
        Project.Migration("001_a.sql", begun + "missing VALUES (2);\n");
        (await Project.RunAsync("migrate")).Ended(ExitCode.Failed);
        // as a run that was killed inside the second statement leaves it
        await ExecuteAsync("UPDATE migrations SET state = 'running'");
        await ExecuteAsync("UPDATE migrations_journal SET state = 'running', via = NULL, finished = NULL WHERE idx = 1");
        Project.Migration("001_a.sql", begun + "a VALUES (2);\n");
        (await Project.RunAsync("repair")).Ended(ExitCode.Difference).Says("001_a");
        (await Project.RunAsync("repair 001")).Failed("in-doubt", ExitCode.Failed, "--done", "--retry");
        (await Project.RunAsync("repair 001 --done --retry")).Failed("usage", ExitCode.Usage);

        (await Project.RunAsync($"repair 001 {decision}")).Succeeded().Says(words);

        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(rows, await ColumnAsync("SELECT n FROM a ORDER BY n"));
    }

    private async Task AppliedAsync()
    {
        Project.Migration("001_a.sql", Table);
        await Project.RunAsync("migrate");
        foreach (var line in (string[])["init --quiet", "add database/migrations", "-c user.name=t -c user.email=t@example.org commit --quiet -m first"])
        {
            using var process = Process.Start(new ProcessStartInfo("git", line) { WorkingDirectory = Project.Root })!;
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }
    }
}
