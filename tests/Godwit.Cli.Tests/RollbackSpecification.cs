using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class RollbackOnSqliteTest() : RollbackSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class RollbackOnPostgreSqlTest() : RollbackSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class RollbackOnMariaDbTest() : RollbackSpecification(Server.MariaDb);

/// <summary>The verbs that undo.</summary>
public abstract class RollbackSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseTheory]
    [InlineData("rollback", 3)]
    [InlineData("migrate rollback", 3)]
    [InlineData("migrate:rollback --step 1", 3)]
    [InlineData("db:rollback --step=2", 2)]
    [InlineData("rollback --steps 2", 2)]
    [InlineData("rollback --steps 99", 0)]
    [InlineData("rollback --count 1", 3)]
    [InlineData("rollback --count=3", 1)]
    [InlineData("downgrade", 3)]
    [InlineData("downgrade -1", 3)]
    [InlineData("downgrade -3", 1)]
    [InlineData("downgrade 001", 1)]
    [InlineData("downgrade --revision b", 2)]
    [InlineData("downgrade base", 0)]
    [InlineData("reset", 0)]
    [InlineData("migrate:reset --force", 0)]
    [Trait("Parity", "A4 A5 B3 C4")]
    public async Task The_last_batches_migrations_or_all_are_undone(string line, int left)
    {
        await InThreeBatchesAsync();

        (await Project.RunAsync(line)).Succeeded();

        string[] applied = ["001_a 1", "002_b 1", "003_c 2", "004_d 3"];
        string[] tables = ["a", "b", "c", "d"];
        Assert.Equal(applied[..left], await HistoryAsync());
        Assert.Equal(tables[..left], await TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A4")]
    public async Task The_newest_is_undone_first()
    {
        await InThreeBatchesAsync();

        var outcome = (await Project.RunAsync("rollback --step 3")).Succeeded().Says("Rolled back 4 migrations.");

        var order = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Trim().Split(' ')[2]);
        Assert.Equal(["004_d", "003_c", "002_b", "001_a"], order);
    }

    [DatabaseTheory]
    [InlineData("rollback --pretend", "DROP TABLE d")]
    [InlineData("reset --pretend", "DROP TABLE a")]
    [InlineData("downgrade base --pretend", "DROP TABLE b")]
    [Trait("Parity", "A4 A5")]
    public async Task Pretending_to_undo_prints_the_sql_and_touches_nothing(string line, string sql)
    {
        await InThreeBatchesAsync();
        var before = await StateAsync();

        var outcome = (await Project.RunAsync(line)).Succeeded();

        Assert.Contains(sql, outcome.Out, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [DatabaseTheory]
    [InlineData("refresh")]
    [InlineData("migrate refresh")]
    [InlineData("fresh")]
    [InlineData("migrate:fresh")]
    [InlineData("db:fresh")]
    [Trait("Parity", "A6")]
    public async Task Everything_can_be_taken_down_and_set_up_again(string verb)
    {
        await InThreeBatchesAsync();
        Project.Write("database/seeders/a.sql", "INSERT INTO a VALUES (7);");
        await ExecuteAsync("INSERT INTO a VALUES (1)");

        (await Project.RunAsync(verb + " --seed")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded);
        Assert.Equal(["1"], await ColumnAsync("SELECT id FROM a"));
        (await Project.RunAsync(verb + " --force --seed")).Succeeded().Says("Applied 4 migrations in batch 1.", "seeded a.sql 1 row");

        Assert.Equal(["7"], await ColumnAsync("SELECT id FROM a"));
        Assert.Equal(["001_a 1", "002_b 1", "003_c 1", "004_d 1"], await HistoryAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A6")]
    public async Task Fresh_drops_what_no_migration_made_too_and_refresh_does_not()
    {
        await InThreeBatchesAsync();
        await ExecuteAsync("CREATE TABLE stray (id int)");

        (await Project.RunAsync("refresh --force")).Succeeded();
        Assert.Contains("stray", await TablesAsync());
        (await Project.RunAsync("fresh --force")).Succeeded();
        Assert.DoesNotContain("stray", await TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A6")]
    public async Task Fresh_drops_nothing_when_a_file_could_not_be_applied_anyway()
    {
        await InThreeBatchesAsync();
        Project.Migration("005_e.sql", "SELECT 'open");
        var before = await StateAsync();

        (await Project.RunAsync("fresh --force")).Failed("unterminated");

        Assert.Equal(before, await StateAsync());
    }

    [DatabaseTheory]
    [InlineData("db:wipe --force", false)]
    [InlineData("wipe --force --keep-migrations=false", false)]
    [InlineData("db wipe --force --keep-migrations", true)]
    [InlineData("db:wipe --keep-migrations=true --force", true)]
    [Trait("Parity", "A10")]
    public async Task Wiping_drops_everything_and_can_leave_the_history(string line, bool kept)
    {
        await InThreeBatchesAsync();
        await ExecuteAsync("CREATE VIEW seen AS SELECT id FROM a");
        foreach (var statement in Others()) await ExecuteAsync(statement);

        (await Project.RunAsync("db:wipe")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded, "Add --force");
        Assert.Equal(4, (await TablesAsync()).Length);
        Assert.Equal(["seen"], await ViewsAsync());
        (await Project.RunAsync(line)).Succeeded().Says("Dropped");

        Assert.Empty(await TablesAsync());
        Assert.Empty(await ViewsAsync());
        (await Project.RunAsync("status")).Says(kept ? "4 applied" : "There is no history table yet");
        foreach (var statement in Others()) await ExecuteAsync(statement); // none of them is there any more
    }

    [DatabaseTheory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Parity", "B6 A17")]
    public async Task A_rollback_without_its_file_runs_the_down_that_the_history_kept(bool hasDown)
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int);" + (hasDown ? "\n-- DOWN\nDROP TABLE a;" : ""));
        (await Project.RunAsync("migrate")).Succeeded();
        Project.Delete("001_a.sql");

        (await Project.RunAsync("migrate")).Failed("applied-but-missing", ExitCode.Failed, "001_a is applied, but its file is gone.", "git log", "godwit rollback", "godwit repair 001_a");
        (await Project.RunAsync("rollback")).Succeeded()
            .Says("warning applied-but-missing", hasDown ? "It is undone with the down that the history kept." : "what it did stays in the database");

        Assert.Empty(await HistoryAsync());
        Assert.Equal(hasDown ? [] : ["a"], await TablesAsync());
    }

    [DatabaseFact]
    public async Task Undoing_nothing_is_said_and_is_no_failure()
    {
        Project.TableMigration("001_a.sql", "a");
        var before = await StateAsync();

        (await Project.RunAsync("rollback")).Succeeded().Says("Nothing to undo.");
        (await Project.RunAsync("reset")).Succeeded().Says("Nothing to undo.");

        Assert.Equal(before, await StateAsync());
    }

    // what a schema can hold beside tables and views
    private string[] Others() => Server switch
    {
        Server.Sqlite => [],
        Server.PostgreSql =>
        [
            "CREATE TYPE mood AS ENUM ('good')", "CREATE SEQUENCE counter", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        ],
        _ => ["CREATE PROCEDURE p() SELECT 1", "CREATE FUNCTION f() RETURNS int RETURN 1"],
    };

    private Task<string[]> ViewsAsync() => ColumnAsync(Server switch
    {
        Server.Sqlite => "SELECT name FROM sqlite_master WHERE type = 'view'",
        Server.PostgreSql => "SELECT viewname FROM pg_views WHERE schemaname = 'public'",
        _ => "SELECT table_name FROM information_schema.views WHERE table_schema = database()",
    });

    private async Task InThreeBatchesAsync()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("002_b.sql", "b");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("003_c.sql", "c");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("004_d.sql", "d");
        (await Project.RunAsync("migrate")).Succeeded();
    }
}
