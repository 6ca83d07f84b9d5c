using Godwit.Cli.Commands;
using Godwit.Cli.Rendering;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>How command lines are read.</summary>
public sealed class ArgumentsTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("migrat", "There is no verb 'migrat'.", "Did you mean godwit migrate?")]
    [InlineData("migrate:statu", "There is no verb 'migrate:statu'.", "Did you mean godwit migrate:status?")]
    [InlineData("migrate statu", "There is no verb 'migrate statu'.", "Did you mean godwit migrate:status?")]
    [InlineData("make:migratoin posts", "There is no verb 'make:migratoin'.", "Did you mean godwit make:migration?")]
    [InlineData("rolback --step 2", "There is no verb 'rolback'.", "Did you mean godwit rollback?")]
    [InlineData("frobnicate", "There is no verb 'frobnicate'.", "godwit --help lists the verbs.")]
    [InlineData("db:frobnicate", "There is no verb 'db:frobnicate'.", "godwit --help lists the verbs.")]
    [InlineData("help frobnicate", "There is no verb 'frobnicate'.", "godwit --help lists the verbs.")]
    [InlineData("migrate --stpe 3", "godwit migrate has no option --stpe.", "Did you mean --step?")]
    [InlineData("migrate --stpe=3", "godwit migrate has no option --stpe.", "Did you mean --step?")]
    [InlineData("upgrade --pretned", "godwit upgrade has no option --pretned.", "Did you mean --pretend?")]
    [InlineData("make:migration posts --crate=posts", "godwit make:migration has no option --crate.", "Did you mean --create?")]
    [InlineData("downgrade -x", "godwit downgrade has no option -x.", "godwit downgrade --help")]
    [InlineData("--frobnicate status", "godwit migrate:status has no option --frobnicate.", "--help")]
    [InlineData("status please", "godwit migrate:status does not take 'please'.", "--help")]
    [InlineData("migrate --step", "--step needs a value: --step N.", "--help")]
    [InlineData("migrate --step few", "--step few is not a number.", "--step 2")]
    [InlineData("migrate --step 0", "--step 0 is not a number of steps.", "--step 1 or more")]
    [InlineData("migrate --step=1 --step=2", "--step is given several times.", "Give it once.")]
    [InlineData("rollback --step 1 --count 1", "cannot be combined", "Leave one out.")]
    [InlineData("migrate --out-of-order maybe", "--out-of-order maybe is not known.", "allow, refuse, warn")]
    [InlineData("init --naming roman", "--naming roman is not known.", "date, sequence, timestamp")]
    [InlineData("migrate --lock-timeout soon", "--lock-timeout soon is not a length of time.", "500ms, 30s, 5m")]
    [InlineData("stamp", "godwit stamp needs REV.", "--help")]
    [InlineData("show", "godwit show needs a migration.", "godwit show REV")]
    [InlineData("make:migration", "A migration needs a name.", "create_posts_table")]
    [InlineData("make:migration ...", "cannot name a migration", "create_posts_table")]
    [InlineData("--url sqlite:x --connection main status", "--url and --connection cannot be combined.", "only one")]
    [InlineData("--json", "--json needs a verb.", "lists the verbs")]
    public async Task A_line_that_is_not_understood_is_answered_with_what_may_have_been_meant(string line, string problem, string remedy)
    {
        var before = Directory.GetFileSystemEntries(project.Root, "*", SearchOption.AllDirectories);
        var inJson = line.Contains("--json", StringComparison.Ordinal);

        var outcome = await project.RunAsync(line);
        if (!inJson) outcome.Failed("usage", ExitCode.Usage, problem, remedy);
        var error = (await project.RunAsync(inJson ? line : "--json " + line)).Ended(ExitCode.Usage).Json.GetProperty("error");

        Assert.Equal("usage", error.GetProperty("code").GetString());
        Assert.Contains(problem, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(remedy, error.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(project.Root, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("migrate status")]
    [InlineData("migrate:status")]
    [InlineData("MIGRATE:Status")]
    [InlineData("status")]
    [InlineData("db:status")]
    [InlineData("db status")]
    public async Task A_colon_and_a_space_are_the_same_and_verbs_have_other_names(string line)
    {
        project.TableMigration("001_a.sql", "a");

        (await project.RunAsync(line)).Succeeded().Says("0 applied, 1 pending");
    }

    [Theory]
    [InlineData("--dir other --json status")]
    [InlineData("--dir=other --json status")]
    [InlineData("status --dir other --json")]
    [InlineData("--json status --dir=other")]
    [InlineData("--json migrate status --dir other")]
    public async Task Global_options_stand_before_or_after_the_verb(string line)
    {
        project.Write("other/007_x.sql", "SELECT 1;");

        var migrations = (await project.RunAsync(line)).Succeeded().Json.GetProperty("migrations");

        Assert.Equal("007_x", Assert.Single(migrations.EnumerateArray()).GetProperty("migration").GetString());
    }

    [Theory]
    [InlineData("status --quiet")]
    [InlineData("-q migrate")]
    public async Task Quiet_is_quiet_but_for_errors(string line)
    {
        project.TableMigration("001_a.sql", "a");

        var outcome = (await project.RunAsync(line)).Succeeded();
        Assert.Equal("", outcome.Out + outcome.Error);
        (await project.RunAsync("-q upgrade nowhere")).Failed("unknown-revision");
    }

    [Fact]
    public async Task What_nobody_foresaw_is_one_line_that_calls_itself_a_bug()
    {
        using StringWriter output = new(), error = new();
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            ReadLine = () => null,
            Audience = Audience.Program,
            OutColours = Colours.Off,
            ErrorColours = Colours.Off,
            OutWidth = 80,
            ErrorWidth = 80,
        };
        var around = new Surroundings(project.Root, new Configuration.EnvironmentVariables(_ => throw new InvalidTimeZoneException("the moon has none")));

        Assert.Equal(ExitCode.Failed, await new CommandLine(terminal, around).RunAsync(["status"], CancellationToken.None));
        Assert.StartsWith("error unexpected\n  InvalidTimeZoneException: the moon has none\n", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("This is a bug in Godwit.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);

        await new CommandLine(terminal, around).RunAsync(["status", "--verbose"], CancellationToken.None);
        Assert.Contains("   at Godwit.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }
}
