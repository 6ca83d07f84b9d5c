using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Every cell of the table of environments, by a person at a terminal: what runs, what asks for what, and what no answer lets through.</summary>
public sealed class EnvironmentTableTest() : DatabaseSpecification(Server.Sqlite)
{
    private const string YesOrNo = "[y/N] ";
    private const string Name = "Type the database's name (database.sqlite) to continue: ";

    [Theory]
    [InlineData("migrate --env development")]
    [InlineData("upgrade --env development")]
    [InlineData("rollback --env development")]
    [InlineData("downgrade --env development")]
    [InlineData("reset --env development")]
    [InlineData("migrate --env staging")]
    [InlineData("upgrade --env staging")]
    [InlineData("rollback --force --env staging")]
    [InlineData("fresh --force --env staging")]
    [InlineData("migrate --force --env production")]
    [InlineData("upgrade --force --env production")]
    [InlineData("rollback --force --env production")]
    [InlineData("downgrade --force --env production")]
    [InlineData("reset --force --env production")]
    [InlineData("fresh --force --database-name database.sqlite --env production")]
    [InlineData("wipe --force --database-name database.sqlite --env production")]
    [InlineData("refresh --force --database-name database.sqlite --env production")]
    [Trait("Parity", "E5")]
    public async Task What_needs_no_answer_asks_nothing(string line)
    {
        await OneOfTwoAsync();
        var before = await StateAsync();

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, "godwit " + line);

        Assert.True(code == 0, screen);
        Assert.DoesNotContain(YesOrNo, screen, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, screen, StringComparison.Ordinal);
        Assert.NotEqual(before, await StateAsync());
    }

    [Theory]
    [InlineData("fresh --env development", YesOrNo, "y", "n")]
    [InlineData("wipe --env development", YesOrNo, "yes", "")]
    [InlineData("refresh --env development", YesOrNo, "Y", "no")]
    [InlineData("rollback --env staging", YesOrNo, "y", "n")]
    [InlineData("downgrade --env staging", YesOrNo, "y", "n")]
    [InlineData("reset --env staging", YesOrNo, "y", "n")]
    [InlineData("fresh --env staging", YesOrNo, "y", "n")]
    [InlineData("wipe --env staging", YesOrNo, "y", "n")]
    [InlineData("refresh --env staging", YesOrNo, "y", "n")]
    [InlineData("migrate --env production", YesOrNo, "y", "n")]
    [InlineData("upgrade --env production", YesOrNo, "y", "")]
    [InlineData("rollback --env production", Name, "database.sqlite", "y")]
    [InlineData("downgrade --env production", Name, "database.sqlite", "")]
    [InlineData("reset --env production", Name, "database.sqlite", "Database.sqlite")]
    [InlineData("migrate --env qa-unheard-of", YesOrNo, "y", "n")]
    [InlineData("rollback --env qa-unheard-of", Name, "database.sqlite", "yes")]
    [InlineData("stamp head --env production", YesOrNo, "y", "n")]
    [InlineData("stamp base --env production", Name, "database.sqlite", "y")]
    [Trait("Parity", "E5")]
    public async Task What_asks_goes_on_by_the_right_answer_only(string line, string question, string right, string wrong)
    {
        await OneOfTwoAsync();
        var before = await StateAsync();

        var (refused, screen) = await CommandProcess.OnTerminalAsync(Project, "godwit " + line, question, wrong);
        Assert.True(refused == 4, screen);
        Assert.Contains("Not confirmed.", screen, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", screen, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());

        (var code, screen) = await CommandProcess.OnTerminalAsync(Project, "godwit " + line, question, right);
        Assert.True(code == 0, screen);
        Assert.NotEqual(before, await StateAsync());
    }

    [Theory]
    [InlineData("fresh --env production")]
    [InlineData("wipe --env production")]
    [InlineData("refresh --env production")]
    [InlineData("fresh --force --env production")]
    [InlineData("wipe --force --database-name shop --env production")]
    [InlineData("refresh --database-name database.sqlite --env production")]
    [InlineData("wipe --env qa-unheard-of")]
    [Trait("Parity", "E5")]
    public async Task Production_is_not_emptied_by_any_answer(string line)
    {
        await OneOfTwoAsync();
        var before = await StateAsync();

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, "godwit " + line);

        Assert.Equal(4, code);
        Assert.Contains("error refused-by-environment", Plain(screen), StringComparison.Ordinal);
        Assert.Contains("--force --database-name database.sqlite", screen, StringComparison.Ordinal);
        Assert.DoesNotContain(YesOrNo, screen, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("migrate --env production")]
    [InlineData("migrate --force --env production")]
    [Trait("Parity", "E5")]
    public async Task What_a_rule_calls_an_error_is_shown_and_not_asked_about(string line)
    {
        await OneOfTwoAsync();
        Project.Migration("002_b.sql", "DROP TABLE a;");

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, "godwit " + line);

        Assert.Equal(4, code);
        Assert.Contains("apply 002_b", screen, StringComparison.Ordinal);
        Assert.Contains("--allow DL01", screen, StringComparison.Ordinal);
        Assert.DoesNotContain(YesOrNo, screen, StringComparison.Ordinal);
        (code, screen) = await CommandProcess.OnTerminalAsync(Project, $"godwit {line} --allow DL01", line.Contains("--force", StringComparison.Ordinal) ? null : YesOrNo, "y");
        Assert.True(code == 0, screen);
        Assert.Empty(await TablesAsync());
    }

    [Theory]
    [InlineData("development", 0, "")]
    [InlineData("staging", 1, "error transaction-control")]
    [InlineData("production", 1, "error transaction-control")]
    [Trait("Parity", "E5")]
    public async Task Errors_in_any_file_stop_all_but_development_before_it_is_asked(string environment, int expected, string words)
    {
        await OneOfTwoAsync();
        Project.Migration("003_c.sql", "CREATE TABLE c (id int);\nCOMMIT;");

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, $"godwit migrate --step 1 --env {environment}");

        Assert.True(code == expected, screen);
        Assert.Contains(words, Plain(screen), StringComparison.Ordinal);
        Assert.DoesNotContain(YesOrNo, screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("development", 0, "warning out-of-order")]
    [InlineData("staging", 0, "warning out-of-order")]
    [InlineData("production", 1, "error out-of-order")]
    [Trait("Parity", "E5")]
    public async Task Out_of_order_is_warned_of_and_in_production_refused(string environment, int expected, string words)
    {
        await OneOfTwoAsync();
        Project.TableMigration("000_late.sql", "late");

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, $"godwit migrate --env {environment}");

        Assert.True(code == expected, screen);
        Assert.Contains(words, Plain(screen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("development", null, true, false)]
    [InlineData("staging", null, false, false)]
    [InlineData("production", YesOrNo, true, true)]
    [Trait("Parity", "E5")]
    public async Task Warnings_are_shown_before_anything_is_applied_and_in_production_each_statement_with_its_time(
        string environment, string? question, bool isWarned, bool isLogged)
    {
        await OneOfTwoAsync();
        Project.Migration("002_b.sql", "CREATE TABLE b (id int);");

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, $"godwit migrate --env {environment}", question, "y");

        Assert.True(code == 0, screen);
        Assert.Equal(isLogged, System.Text.RegularExpressions.Regex.IsMatch(Plain(screen), @"CREATE TABLE b \(id int\) +[0-9]+ ms"));
        var warning = Plain(screen).IndexOf("warning missing-down", StringComparison.Ordinal);
        Assert.Equal(isWarned, warning >= 0);
        Assert.True(warning < Plain(screen).IndexOf(question ?? "Applied 1 migration", StringComparison.Ordinal), screen);
    }

    [Fact]
    [Trait("Parity", "E5")]
    public async Task Of_many_warnings_that_say_the_same_the_first_are_shown()
    {
        for (var n = 1; n <= 12; n++) Project.Migration($"{n:000}_t{n}.sql", $"CREATE TABLE t{n} (id int);");

        var result = (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal(4, result.Error.Split("warning missing-down").Length);
        Assert.Contains("missing-down: 9 more. godwit validate shows them.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db:seed --env production")]
    [InlineData("migrate --seed --env production")]
    [InlineData("db:seed --env qa-unheard-of")]
    [Trait("Parity", "E5")]
    public async Task Production_is_not_filled_with_rows_for_tests_by_any_answer(string line)
    {
        await OneOfTwoAsync();
        Project.Write("database/seeders/1.sql", "INSERT INTO a VALUES (1);");
        var before = await StateAsync();

        var (code, screen) = await CommandProcess.OnTerminalAsync(Project, "godwit " + line);

        Assert.True(code == 4, screen);
        Assert.Contains("error refused-by-environment", Plain(screen), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    private static string Plain(string screen) => System.Text.RegularExpressions.Regex.Replace(screen, "\u001b\\[[0-9;]*[A-Za-z]", "");

    private async Task OneOfTwoAsync()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("002_b.sql", "b");
    }
}
