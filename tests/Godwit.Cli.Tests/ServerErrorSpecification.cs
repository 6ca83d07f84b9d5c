using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class PostgreSqlErrorTest() : ServerErrorSpecification(Server.PostgreSql)
{
    [DatabaseTheory]
    [InlineData("SELECT 1;\n\\i other.sql\n", "client-command", "001_x.sql:2:1", "\\i is a command of psql")]
    [InlineData("SELECT 1;\nDELIMITER //\nSELECT 1//\n", "client-command", "001_x.sql:2:1", "DELIMITER is a command of the mysql client")]
    [InlineData("SELECT 1;\nCOPY t FROM STDIN;\n1\t2\n\\.\n", "copy-from-stdin", "001_x.sql:2:1", "INSERT")]
    [InlineData("CREATE FUNCTION f() RETURNS int AS\n $x$ SELECT 1 $y$ LANGUAGE sql;", "unterminated", "001_x.sql:2:2", "Write $x$ where it ends")]
    public async Task What_only_psql_understands_is_refused_before_anything_runs(string content, string code, string place, string words)
    {
        Project.TableMigration("000_a.sql", "a");
        Project.Migration("001_x.sql", content);

        (await Project.RunAsync("migrate")).Failed(code, ExitCode.Failed, place, words, "Nothing was changed.");

        Assert.Equal(["not installed"], await StateAsync());
    }
}

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class MariaDbErrorTest() : ServerErrorSpecification(Server.MariaDb)
{
    [DatabaseFact]
    public async Task Delimiter_lines_are_understood_where_scripts_have_them()
    {
        Project.Migration("001_p.sql", "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//\nDELIMITER ;\nCREATE TABLE a (id int);");

        (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal(["a"], await TablesAsync());
    }

    [DatabaseTheory]
    [InlineData("SELECT 1;\nsource other.sql\n", "client-command", "001_x.sql:2:1", "source is a command of the mysql client")]
    [InlineData("SELECT 1;\n\\i other.sql\n", "client-command", "001_x.sql:2:1", "\\i is a command of the mysql client")]
    [InlineData("DELIMITER\nSELECT 1;\n", "client-command", "001_x.sql:1:1", "DELIMITER needs the text that ends statements")]
    [InlineData("SELECT 1;\nCREATE TABLE `a (id int);", "unterminated", "001_x.sql:2:14", "Write ` where it ends")]
    public async Task What_only_the_client_understands_is_refused_before_anything_runs(string content, string code, string place, string words)
    {
        Project.TableMigration("000_a.sql", "a");
        Project.Migration("001_x.sql", content);

        (await Project.RunAsync("migrate")).Failed(code, ExitCode.Failed, place, words, "Nothing was changed.");

        Assert.Equal(["not installed"], await StateAsync());
    }
}

/// <summary>What goes wrong between the command and a server.</summary>
public abstract class ServerErrorSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseTheory]
    [InlineData("migrate")]
    [InlineData("status")]
    [InlineData("about")]
    public async Task A_wrong_password_is_refused_and_not_shown(string verb)
    {
        Project.TableMigration("001_a.sql", "a");
        var target = new UriBuilder(Project.Variables["DATABASE_URL"]);
        // a server that asks for no password knows at least who its users are
        if (target.Password.Length == 0) target.UserName = "nobody_of_this_name";
        target.Password = "open-sesame-41";
        Project.Keep("open-sesame-41");

        var outcome = await Project.RunAsync([verb, "--url", target.Uri.AbsoluteUri]);

        if (verb == "about") outcome.Succeeded().Says("not reached", $"refused the user {target.UserName}");
        else outcome.Failed("access-denied", ExitCode.Failed, $"refused the user {target.UserName}", "DB_PASSWORD");
        Assert.Equal(["not installed"], await StateAsync());
    }

    [DatabaseFact]
    public async Task A_server_that_is_down_is_named_with_its_port()
    {
        Project.Keep("open-sesame-41");
        var scheme = Server is Server.PostgreSql ? "postgresql" : "mariadb";

        (await Project.RunAsync($"migrate --url {scheme}://app:open-sesame-41@127.0.0.1:9/shop"))
            .Failed("server-unreachable", ExitCode.Failed, "127.0.0.1:9", "Check that the server runs");
    }

    [DatabaseFact]
    public async Task A_server_without_space_is_told_and_the_next_run_goes_on()
    {
        // PostgreSQL can be made to say so; a table in MariaDB's memory is full at once
        var full = Server is Server.PostgreSql
            ? "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;"
            : "INSERT INTO a SELECT repeat('x', 250) FROM information_schema.collations;";
        var small = Server is Server.MariaDb ? "SET max_heap_table_size = 16384;\nCREATE TABLE a (text char(250)) ENGINE = MEMORY;" : "SELECT 1;\nCREATE TABLE a (id int);";
        Project.Migration("001_a.sql", $"{small}\n{full}");

        (await Project.RunAsync("migrate")).Failed("disk-full", ExitCode.Failed, "No space is left where", "001_a.sql:3:", "statement 3 of 3", "Free some space, then run it again.");

        Assert.Equal(Server is Server.PostgreSql ? [] : ["a"], await TablesAsync());
        Project.Migration("001_a.sql", $"{small}\nSELECT 1;");
        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(["a"], await TablesAsync());
    }

    [DatabaseFact]
    public async Task A_missing_database_is_created_when_that_is_asked_for_or_answered()
    {
        Project.TableMigration("001_a.sql", "a");
        var existing = new Uri(Project.Variables["DATABASE_URL"]);
        var name = existing.AbsolutePath[1..] + "_more";
        var url = new UriBuilder(existing) { Path = "/" + name }.Uri.AbsoluteUri;
        try
        {
            (await Project.RunAsync($"migrate --url {url}")).Failed("database-missing", ExitCode.Failed, name, "--create-database", "Nothing was changed.");
            Project.Answers = ["n"];
            (await Project.RunAsync($"migrate --url {url}")).Ended(ExitCode.Failed).Says("Create it? [y/N]", "database-missing");
            (await Project.RunAsync($"status --url {url}")).Failed("database-missing");
            Project.Answers = ["y"];
            (await Project.RunAsync($"migrate --url {url}")).Succeeded().Says($"Created the database {name}.", "Applied 1 migration in batch 1.");
            await ExecuteAsync($"DROP DATABASE {name}");
            Project.Answers = null;
            (await Project.RunAsync($"install --url {url} --create-database")).Succeeded().Says($"Created the database {name}.");
        }
        finally
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name}");
        }
    }

    [DatabaseFact]
    [Trait("Parity", "A17")]
    public async Task Another_run_at_work_is_waited_for_and_then_named()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.Migration("002_slow.sql", FailureSpecification.SlowOn(Server));
        using var end = new CancellationTokenSource();
        // MySql.Data is not asynchronous at all
        var first = Task.Run(() => Project.RunAsync(["migrate"], end.Token));
        await WaitForLockAsync();

        (await Project.RunAsync("migrate --lock-timeout 300ms")).Failed("locked", ExitCode.Locked, "It is held by", "Waiting for the lock of", "--lock-timeout 5m", "godwit unlock");
        (await Project.RunAsync("status")).Succeeded();
        (await Project.RunAsync("unlock")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded, "The lock is held by");
        Assert.True((await Project.RunAsync("unlock --force --json")).Succeeded().Json.GetProperty("unlocked").GetBoolean());
        await end.CancelAsync();
        await first.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.NotEqual(ExitCode.Done, (await first).Code);
        (await Project.RunAsync("unlock")).Succeeded().Says("Nobody holds the lock.");
    }

    private async Task WaitForLockAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await Project.RunAsync("unlock")).Code is ExitCode.ConfirmationNeeded) return;
            await Task.Delay(100);
        }

        Assert.Fail("The first run never took the lock.");
    }
}
