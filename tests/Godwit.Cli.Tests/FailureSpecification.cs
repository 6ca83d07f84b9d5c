using System.Text;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class FailureOnSqliteTest() : FailureSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class FailureOnPostgreSqlTest() : FailureSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class FailureOnMariaDbTest() : FailureSpecification(Server.MariaDb);

/// <summary>What goes wrong while migrations run, or keeps them from running.</summary>
public abstract class FailureSpecification(Server server) : DatabaseSpecification(server)
{
    private bool KeepsWhole => Server is not Server.MariaDb;

    [DatabaseFact]
    [Trait("Parity", "B5 D6 E6 A17")]
    public async Task A_mistake_in_statement_seven_of_nine_is_shown_with_its_place_and_what_is_and_is_not_applied()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_nine.sql", Nine("TABEL"));
        Project.TableMigration("003_c.sql", "c");

        var failed = (await Project.RunAsync("migrate")).Failed("statement-failed", ExitCode.Failed,
            "database/migrations/002_nine.sql:8:8", "002_nine: statement 7 of 9 failed", "Before it, 001_a was applied and stays that way.", "Correct the statement, then run godwit migrate again.");

        failed.Says(KeepsWhole
            ? "Nothing of 002_nine is applied."
            : "Statements 1 to 6 of 9 are done and stay; statements 8 and 9 were not run. The next run continues with statement 7.");
        Assert.Equal(["001_a 1"], await HistoryAsync());
        Assert.Equal(KeepsWhole ? ["a"] : ["a", "t1", "t2", "t3", "t4", "t5", "t6"], await TablesAsync());
        (await Project.RunAsync("status")).Says(KeepsWhole ? "1 applied, 2 pending" : "1 applied, 1 pending, 1 failed half-way");
    }

    [DatabaseFact]
    [Trait("Parity", "B5 A17")]
    public async Task After_the_mistake_is_mended_the_next_run_finishes()
    {
        Project.Migration("002_nine.sql", Nine("TABEL"));
        (await Project.RunAsync("migrate")).Failed("statement-failed");
        (await Project.RunAsync("migrate")).Failed("statement-failed", ExitCode.Failed, "statement 7 of 9");
        if (!KeepsWhole) (await Project.RunAsync("rollback")).Failed("in-doubt", ExitCode.Failed, "applied only in part", "godwit migrate");
        Project.Migration("002_nine.sql", Nine("TABLE"));

        (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal([KeepsWhole ? "002_nine 1" : "002_nine 2"], await HistoryAsync());
        Assert.Equal(9, (await TablesAsync()).Length);
        (await Project.RunAsync("rollback")).Succeeded();
        Assert.Empty(await TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "E6")]
    public async Task Each_migration_has_a_transaction_of_its_own()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int); INSERT INTO a VALUES (1);");
        Project.Migration("002_b.sql", "INSERT INTO a VALUES (2); INSERT INTO nowhere VALUES (1);");

        (await Project.RunAsync("migrate")).Failed("statement-failed");

        Assert.Equal(["1"], await ColumnAsync("SELECT id FROM a"));
    }

    [DatabaseFact]
    public async Task A_migration_that_was_edited_after_it_was_applied_stops_the_run()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.Migration("001_a.sql", "CREATE TABLE a (id int, more int);\n-- DOWN\nDROP TABLE a;\n");
        Project.TableMigration("002_b.sql", "b");
        var before = await StateAsync();

        (await Project.RunAsync("migrate")).Failed("edited-after-applied", ExitCode.Failed, "database/migrations/001_a.sql", "Put the file back", "godwit repair 001_a", "Nothing was changed.");

        Assert.Equal(before, await StateAsync());
        (await Project.RunAsync("status")).Says("1 applied (1 edited), 1 pending");
        (await Project.RunAsync("repair 001_a")).Succeeded();
        (await Project.RunAsync("migrate")).Succeeded();
    }

    [DatabaseTheory]
    [InlineData("SELECT 1;\nSELECT 'abc", "unterminated", "001_x.sql:2:8", "The string that begins here is not closed.")]
    [InlineData("SELECT 1;\n  /* abc", "unterminated", "001_x.sql:2:3", "The comment that begins here is not closed.")]
    [InlineData("SELECT 1;\n-- DOWN\nSELECT 2;\n-- UP\nSELECT 3;", "invalid-section", "001_x.sql:1:1", "SQL stands before the first section")]
    [InlineData("-- UP\nSELECT 1;\n-- UP\nSELECT 2;", "invalid-section", "001_x.sql:3:1", "A second up section begins here")]
    [InlineData("-- timeout: soon\nSELECT 1;", "invalid-directive", "001_x.sql:1:", "soon")]
    public async Task A_file_that_cannot_be_read_as_a_migration_is_named_with_the_place(string content, string code, string place, string words)
    {
        Project.Migration("001_x.sql", content);
        var before = await StateAsync();

        (await Project.RunAsync("migrate")).Failed(code, ExitCode.Failed, place, words, "Nothing was changed.");
        (await Project.RunAsync("status")).Ended(ExitCode.Failed).Says(code, place);
        (await Project.RunAsync("pending")).Ended(ExitCode.Failed).Says(code, place);

        Assert.Equal(before, await StateAsync());
    }

    [DatabaseFact]
    public async Task A_table_of_another_tool_is_recognised_and_not_touched()
    {
        Project.TableMigration("001_a.sql", "a");
        await CreateFileAsync();
        await ExecuteAsync("CREATE TABLE migrations (id int, migration varchar(255), batch int)");
        await ExecuteAsync("INSERT INTO migrations VALUES (1, '2014_10_12_000000_create_users_table', 1)");
        var before = await StateAsync();

        foreach (var verb in (string[])["migrate", "status", "install", "rollback"])
            (await Project.RunAsync(verb)).Failed("foreign-history", ExitCode.Failed, "Laravel", "--table godwit_migrations", "Nothing was changed.");

        Assert.Equal(before, await StateAsync());
        (await Project.RunAsync("migrate --table godwit_migrations")).Succeeded();
    }

    [DatabaseFact]
    public async Task A_history_of_a_newer_godwit_is_left_alone()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        await ExecuteAsync("UPDATE migrations SET godwit_version = '77.1.0'");
        Project.TableMigration("002_b.sql", "b");
        var before = await StateAsync();

        foreach (var verb in (string[])["migrate", "status", "rollback"])
            (await Project.RunAsync(verb)).Failed("newer-history", ExitCode.Failed, "Godwit 77.1.0", "Update the command");

        Assert.Equal(before, await StateAsync());
    }

    [DatabaseFact]
    public async Task A_pending_migration_before_an_applied_one_warns_or_is_refused()
    {
        Project.TableMigration("002_b.sql", "b");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("001_a.sql", "a");
        var before = await StateAsync();

        (await Project.RunAsync("migrate --out-of-order refuse")).Failed("out-of-order", ExitCode.Failed, "001_a is pending, but 002_b", "--out-of-order allow", "Nothing was changed.");
        (await Project.RunAsync("migrate --env production --force")).Failed("out-of-order");
        Assert.Equal(before, await StateAsync());
        (await Project.RunAsync("migrate")).Succeeded().Says("warning out-of-order");
    }

    [DatabaseFact]
    [Trait("Parity", "C9")]
    public async Task A_run_that_is_cancelled_stops_in_the_statement_and_says_what_is_applied()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_slow.sql", Slow);
        using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        (await Project.RunAsync(["migrate"], impatience.Token)).Failed("cancelled", ExitCode.Cancelled, "002_slow", "001_a was applied and stays that way");

        Assert.Equal(["001_a 1"], await HistoryAsync());
    }

    internal static string SlowOn(Server server) => server switch
    {
        Server.Sqlite => "CREATE TABLE s AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 4000000000) SELECT count(*) FROM n;",
        Server.PostgreSql => "SELECT pg_sleep(300);",
        _ => "SELECT sleep(300);",
    };

    private string Slow => SlowOn(Server);

    private static string Nine(string word)
    {
        var text = new StringBuilder("-- UP\n");
        for (var i = 1; i <= 9; i++) text.Append($"CREATE {(i == 7 ? word : "TABLE")} t{i} (id int);\n");
        text.Append("-- DOWN\n");
        for (var i = 9; i >= 1; i--) text.Append($"DROP TABLE t{i};\n");
        return text.ToString();
    }

    // SQLite's file is made by the first verb that writes
    private async Task CreateFileAsync()
    {
        if (Server is Server.Sqlite) await File.WriteAllBytesAsync(Project.SqliteFile, []);
    }
}
