using System.Diagnostics;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>The command as a process: exit codes, pipes, terminals.</summary>
public sealed class ProcessTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task The_version_is_a_number_and_nothing_else() =>
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+\n$", (await CommandProcess.RunAsync(project, "--version")).Succeeded().Out);

    [Fact]
    [Trait("Parity", "C11 E8")]
    public async Task In_pipes_results_and_messages_are_apart_plain_and_the_exit_code_says_how_it_ended()
    {
        project.TableMigration("001_a.sql", "a");
        project.Migration("002_b.sql", "SELEKT 1;");

        var failed = await CommandProcess.RunAsync(project, "migrate");

        failed.Failed("statement-failed", ExitCode.Failed, "002_b.sql:1:1");
        Assert.Equal("", failed.Out);
        Assert.Single(failed.Error.Split('\n'), line => line.StartsWith("  applied 001_a  ", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', failed.Error);
        (await CommandProcess.RunAsync(project, "status", "--pending")).Ended(ExitCode.Difference);
        (await CommandProcess.RunAsync(project, "wipe")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded);
        (await CommandProcess.RunAsync(project, "statsu")).Failed("usage", ExitCode.Usage);
    }

    [Fact]
    [Trait("Parity", "E8")]
    public async Task A_terminal_shows_colours_and_a_line_that_is_rewritten()
    {
        project.TableMigration("001_a.sql", "a");
        project.Migration("002_b.sql", "CREATE TABLE b (id int);\nCREATE TABLE c (id int);");

        var (code, screen) = await CommandProcess.OnTerminalAsync(project, "godwit migrate && godwit status");

        Assert.Equal(0, code);
        Assert.Contains("\r\u001b[2K\u001b[2m  2/2 002_b statement 2/2\u001b[0m", screen, StringComparison.Ordinal);
        Assert.Contains("\u001b[32m  applied \u001b[0m001_a", screen, StringComparison.Ordinal);
        Assert.Contains("\u001b[32mran\u001b[0m", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sql")]
    [InlineData("csharp")]
    public async Task A_template_that_nobody_filled_in_is_seen_to_have_done_nothing(string format)
    {
        project.TableMigration("001_a.sql", "a");
        (await CommandProcess.RunAsync(project, "make:migration", "later", "--format", format)).Succeeded();

        var run = (await CommandProcess.RunAsync(project, "migrate")).Succeeded();

        Assert.Matches("(?m)^  applied 001_a  [0-9.]+ ms$", run.Error);
        Assert.Matches("(?m)^  applied [0-9_]+_later  [0-9.]+ ms  no statements$", run.Error);
    }

    [Theory]
    [InlineData("NO_COLOR=1 godwit migrate")]
    [InlineData("TERM=dumb godwit migrate")]
    [InlineData("godwit migrate --no-color")]
    [Trait("Parity", "E8")]
    public async Task A_terminal_shows_no_colours_to_those_who_do_not_want_them(string line)
    {
        project.TableMigration("001_a.sql", "a");

        var (code, screen) = await CommandProcess.OnTerminalAsync(project, line.Contains('=', StringComparison.Ordinal) ? $"export {line.Replace(" godwit", "; godwit", StringComparison.Ordinal)}" : line);

        Assert.Equal(0, code);
        Assert.Contains("  applied 001_a", screen, StringComparison.Ordinal);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*[mK]", screen);
    }

    [Fact]
    [Trait("Parity", "C11")]
    public async Task Nobody_is_asked_on_a_build_server_even_with_a_terminal()
    {
        project.Set("CI", "true");

        var (code, _) = await CommandProcess.OnTerminalAsync(project, "godwit wipe");

        Assert.Equal(4, code);
    }

    [Fact]
    public async Task Control_c_at_a_question_ends_it()
    {
        project.TableMigration("001_a.sql", "a");
        (await project.RunAsync("migrate")).Succeeded();

        var (code, screen) = await CommandProcess.OnTerminalAsync(project, "trap : INT; godwit wipe", async (process, output) =>
        {
            var seen = await CommandProcess.ReadUntilAsync(output, "[y/N] ");
            await process.StandardInput.WriteAsync('\u0003');
            await process.StandardInput.FlushAsync();
            // the end of the input is an answer, too, and it must not come before the signal
            return seen + await CommandProcess.ReadUntilAsync(output, "Cancelled.");
        });

        Assert.Equal(130, code);
        Assert.Contains("Cancelled.", screen, StringComparison.Ordinal);
        (await project.RunAsync("status")).Says("1 applied");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [Trait("Parity", "C9")]
    public async Task A_signal_in_the_middle_of_a_statement_ends_the_run_with_its_state_said(string signal)
    {
        project.TableMigration("001_a.sql", "a");
        project.Migration("002_slow.sql", FailureSpecification.SlowOn(Server.Sqlite));
        using var process = CommandProcess.Start(project, "migrate");
        var begun = await CommandProcess.ReadUntilAsync(process.StandardError, "applied 001_a");
        await Task.Delay(300);
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(null, null)]);
        await kill.WaitForExitAsync();

        var outcome = await CommandProcess.EndAsync(process);

        (outcome with { Error = begun + outcome.Error }).Failed("cancelled", ExitCode.Cancelled, "Nothing of 002_slow is applied. Before it, 001_a was applied and stays that way.", "Run it again to continue.");
        (await project.RunAsync("status")).Says("1 applied, 1 pending");
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_no_bug()
    {
        for (var i = 1; i <= 400; i++) project.Migration($"{i:000}_{new string('x', 200)}.sql", "SELECT 1;");

        var (code, screen) = await CommandProcess.OnTerminalAsync(project, "godwit pending 2>err | head -n 1; cat err");

        Assert.Equal(0, code);
        Assert.DoesNotContain("unexpected", screen, StringComparison.Ordinal);
    }
}
