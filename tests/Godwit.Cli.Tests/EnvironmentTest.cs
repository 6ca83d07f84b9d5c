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
    [Trait("Parity", "C11")]
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
    public async Task The_environment_comes_from_the_usual_variables(string variable, string value)
    {
        await OneOfTwoAsync();
        Project.Set(variable, value);

        (await Project.RunAsync("migrate")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded, "(production)");
        (await Project.RunAsync("migrate --env dev")).Succeeded();
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
