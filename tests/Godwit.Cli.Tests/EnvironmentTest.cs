using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>How careful each environment is: what runs, what asks, what is refused.</summary>
public sealed class EnvironmentTest() : DatabaseSpecification(Server.Sqlite)
{
    private const string Name = "database.sqlite";

    [Theory]
    [InlineData("development", "migrate", (int)ExitCode.Done)]
    [InlineData("development", "rollback", (int)ExitCode.Done)]
    [InlineData("development", "reset", (int)ExitCode.Done)]
    [InlineData("development", "fresh", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("development", "refresh", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("development", "wipe", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("development", "wipe --force", (int)ExitCode.Done)]
    [InlineData("staging", "migrate", (int)ExitCode.Done)]
    [InlineData("staging", "upgrade", (int)ExitCode.Done)]
    [InlineData("staging", "rollback", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("staging", "downgrade -1", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("staging", "rollback --force", (int)ExitCode.Done)]
    [InlineData("staging", "fresh", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "migrate", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "upgrade", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "migrate --pretend", (int)ExitCode.Done)]
    [InlineData("production", "migrate --force", (int)ExitCode.Done)]
    [InlineData("production", "status", (int)ExitCode.Done)]
    [InlineData("production", "rollback", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "rollback --force", (int)ExitCode.Done)]
    [InlineData("production", "reset", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "fresh", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "fresh --force", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "wipe --force", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "refresh --force --database-name wrong", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("production", "wipe --force --database-name " + Name, (int)ExitCode.Done)]
    [InlineData("production", "fresh --force --database-name=" + Name, (int)ExitCode.Done)]
    [InlineData("qa-unheard-of", "migrate", (int)ExitCode.ConfirmationNeeded)]
    [Trait("Parity", "C11 E5")]
    public async Task Without_a_terminal_what_needs_an_answer_ends_and_changes_nothing(string environment, string line, int code)
    {
        await OneOfTwoAsync();
        var before = await StateAsync();

        var outcome = (await Project.RunAsync($"{line} --env {environment}")).Ended((ExitCode)code);

        if (code == (int)ExitCode.Done) return;
        outcome.Says("Nothing was changed.", "--force");
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("development", "wipe", "y", true)]
    [InlineData("development", "wipe", "yes", true)]
    [InlineData("development", "wipe", "", false)]
    [InlineData("development", "wipe", "n", false)]
    [InlineData("development", "wipe", "sure", false)]
    [InlineData("staging", "rollback", "y", true)]
    [InlineData("staging", "rollback", "n", false)]
    [InlineData("production", "migrate", "Y", true)]
    [InlineData("production", "migrate", "n", false)]
    [InlineData("production", "rollback", Name, true)]
    [InlineData("production", "rollback", "y", false)]
    [Trait("Parity", "E5")]
    public async Task On_a_terminal_a_person_answers(string environment, string line, string answer, bool goesOn)
    {
        await OneOfTwoAsync();
        var before = await StateAsync();
        Project.Answers = [answer];

        var outcome = (await Project.RunAsync($"{line} --env {environment}")).Ended(goesOn ? ExitCode.Done : ExitCode.ConfirmationNeeded);

        outcome.Says($"sqlite:{Project.SqliteFile} ({environment})");
        if (goesOn) Assert.NotEqual(before, await StateAsync());
        else Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("--no-interaction")]
    [InlineData("-n")]
    [InlineData("--json")]
    [Trait("Parity", "C11")]
    public async Task Who_asks_not_to_be_asked_is_not(string option)
    {
        await OneOfTwoAsync();
        Project.Answers = ["y"];

        (await Project.RunAsync($"wipe {option}")).Ended(ExitCode.ConfirmationNeeded);
    }

    [Theory]
    [InlineData("GODWIT_ENV", "prod")]
    [InlineData("DOTNET_ENVIRONMENT", "Production")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "production")]
    [InlineData("ENV", "production")]
    [Trait("Parity", "E5")]
    public async Task The_environment_comes_from_the_usual_variables(string variable, string value)
    {
        await OneOfTwoAsync();
        Project.Set(variable, value);

        (await Project.RunAsync("migrate")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded, "(production)");
        (await Project.RunAsync("migrate --env dev")).Succeeded();
    }

    [Theory]
    [InlineData("migrate --env production", "y")]
    [InlineData("migrate --env production --force", null)]
    [InlineData("upgrade --env prod --force", null)]
    [Trait("Parity", "E5")]
    public async Task Production_does_not_apply_what_a_rule_calls_an_error_whatever_is_answered(string line, string? answer)
    {
        await OneOfTwoAsync();
        Project.Migration("002_b.sql", "CREATE TABLE b (id int);\nDROP TABLE a;");
        var before = await StateAsync();
        Project.Answers = answer is null ? null : [answer];

        (await Project.RunAsync(line)).Failed("unsafe-migration", ExitCode.ConfirmationNeeded,
            "apply 002_b", "error DL01 database/migrations/002_b.sql:2:1", "a and all its rows are dropped.", "--allow DL01", "Nothing was changed.");

        Assert.Equal(before, await StateAsync());
        (await Project.RunAsync("migrate --env staging")).Succeeded();
    }

    [Theory]
    [InlineData("", "--allow DL01")]
    [InlineData("-- allow: DL01 nobody uses it\n", "")]
    [Trait("Parity", "E5")]
    public async Task Production_applies_what_somebody_has_allowed(string head, string option)
    {
        await OneOfTwoAsync();
        Project.Migration("002_b.sql", head + "DROP TABLE a;");

        (await Project.RunAsync($"migrate --env production --force {option}")).Succeeded().Says("allowed DL01");
    }

    [Theory]
    [InlineData("development", (int)ExitCode.Done)]
    [InlineData("staging", (int)ExitCode.Failed)]
    [InlineData("production", (int)ExitCode.Failed)]
    [Trait("Parity", "E5")]
    public async Task Beyond_development_everything_is_validated_before_anything_is_applied(string environment, int code)
    {
        await OneOfTwoAsync();
        Project.Migration("003_c.sql", "CREATE TABLE c (id int);\nCOMMIT;");
        var before = await StateAsync();

        var outcome = (await Project.RunAsync($"migrate --step 1 --force --env {environment}")).Ended((ExitCode)code);

        if (code == (int)ExitCode.Done) return;
        outcome.Says("error transaction-control", "003_c.sql:2:1", "Nothing was changed.");
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    [Trait("Parity", "E5")]
    public async Task Production_shows_the_warnings_about_what_it_applies()
    {
        await OneOfTwoAsync();
        Project.Migration("003_c.sql", "CREATE TABLE c (id int);");

        (await Project.RunAsync("migrate --force --env production")).Succeeded().Says("warning missing-down", "003_c cannot be undone");
    }

    [Fact]
    [Trait("Parity", "E5")]
    public async Task Production_logs_each_statement_with_its_duration()
    {
        await OneOfTwoAsync();

        Assert.Matches("1:1 +CREATE TABLE b \\(id int\\) +[0-9]+ ms", (await Project.RunAsync("migrate --env production --force")).Succeeded().Error);
        Assert.Matches("DROP TABLE b: |: [0-9]+ ms: DROP TABLE b", (await Project.RunAsync("rollback --env production --force --json")).Succeeded().Error);
    }

    [Fact]
    [Trait("Parity", "E5")]
    public async Task Production_refuses_what_is_out_of_order_and_others_say_it()
    {
        await OneOfTwoAsync();
        Project.TableMigration("000_late.sql", "late");

        (await Project.RunAsync("migrate --env production --force")).Failed("out-of-order", ExitCode.Failed, "000_late is pending, but 001_a");
        (await Project.RunAsync("migrate --env staging")).Succeeded().Says("warning out-of-order");
    }

    [Theory]
    [InlineData("dev", "development", (int)ExitCode.Done)]
    [InlineData("stage", "staging", (int)ExitCode.Done)]
    [InlineData("prod", "production", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("PRODUCTION", "production", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("shop-eu", "shop-eu", (int)ExitCode.ConfirmationNeeded)]
    [Trait("Parity", "E5")]
    public async Task Short_forms_are_known_and_what_is_not_known_is_production(string given, string meant, int code)
    {
        await OneOfTwoAsync();
        Project.Set("GODWIT_ENV", given);

        Assert.Equal(meant, (await Project.RunAsync("about --json")).Json.GetProperty("environment").GetString());
        (await Project.RunAsync("migrate")).Ended((ExitCode)code);
    }

    [Fact]
    public async Task The_plan_is_shown_before_the_question()
    {
        await OneOfTwoAsync();

        (await Project.RunAsync("migrate --env production")).Says("apply 002_b", "This will apply 1 migration in");
        (await Project.RunAsync("rollback --env production")).Says("undo 001_a", "This will undo 1 migration in");
    }

    private async Task OneOfTwoAsync()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("002_b.sql", "b");
    }
}
