using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class MigrateOnSqliteTest() : MigrateSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class MigrateOnPostgreSqlTest() : MigrateSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class MigrateOnMariaDbTest() : MigrateSpecification(Server.MariaDb);

/// <summary>The verbs that apply.</summary>
public abstract class MigrateSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseTheory]
    [InlineData("migrate")]
    [InlineData("migrate:run")]
    [InlineData("migrate run")]
    [InlineData("db:migrate")]
    [InlineData("db migrate")]
    [InlineData("upgrade")]
    [InlineData("upgrade head")]
    [Trait("Parity", "A3")]
    public async Task All_that_is_pending_is_one_batch(string line)
    {
        Three();

        var outcome = (await Project.RunAsync(line)).Succeeded();

        Assert.Equal("Applied 3 migrations in batch 1.", outcome.Out.Trim());
        Assert.Equal(["001_a 1", "002_b 1", "010_c 1"], await HistoryAsync());
        Assert.Equal(["a", "b", "c"], await TablesAsync());
        Assert.Equal(3, outcome.Error.Split('\n').Count(row => row.StartsWith("  applied 0", StringComparison.Ordinal)));
    }

    [DatabaseFact]
    [Trait("Parity", "A3")]
    public async Task Each_run_is_a_batch_and_a_run_with_nothing_to_do_is_none()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        (await Project.RunAsync("migrate")).Succeeded().Says("Nothing to apply");
        Project.TableMigration("002_b.sql", "b");
        (await Project.RunAsync("migrate")).Succeeded().Says("Applied 1 migration in batch 2.");

        Assert.Equal(["001_a 1", "002_b 2"], await HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData("migrate --step=2")]
    [InlineData("migrate --step 2")]
    [InlineData("migrate --steps 2")]
    [InlineData("migrate --target 2")]
    [InlineData("migrate --target=002_b")]
    [InlineData("upgrade +2")]
    [InlineData("upgrade b")]
    [InlineData("upgrade --revision 002")]
    [Trait("Parity", "A3 B2 C4")]
    public async Task A_part_of_what_is_pending_can_be_applied(string line)
    {
        Three();

        (await Project.RunAsync(line)).Succeeded();

        Assert.Equal(["001_a 1", "002_b 1"], await HistoryAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A3")]
    public async Task Pretending_prints_the_sql_and_touches_nothing()
    {
        Project.TableMigration("001_a.sql", "a");

        var outcome = (await Project.RunAsync("migrate --pretend")).Succeeded();

        Assert.Contains("CREATE TABLE a (id int);\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("'001_a'", outcome.Out, StringComparison.Ordinal);
        Assert.Equal([Server is Server.Sqlite ? "no file" : "not installed"], await StateAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A3 A16")]
    public async Task Seed_files_run_after_the_migrations_in_the_order_of_their_names()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Write("database/seeders/2.sql", "INSERT INTO a SELECT max(id) + 1 FROM a;");
        Project.Write("database/seeders/1.sql", "INSERT INTO a VALUES (41);");

        (await Project.RunAsync("migrate --seed")).Succeeded().Says("seeded 1.sql 1 row", "seeded 2.sql 1 row", "Seeded 2 rows with 2 seeders.");

        Assert.Equal(["41", "42"], await ColumnAsync("SELECT id FROM a ORDER BY id"));
    }

    [DatabaseFact]
    public async Task A_seed_file_that_fails_leaves_one_document_about_it()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Write("database/seeders/1.sql", "INSERT INTO a VALUES (1);\nINSERT INTO nowhere VALUES (1);");

        var outcome = (await Project.RunAsync("migrate --seed --json")).Ended(ExitCode.Failed);

        Assert.Equal("statement-failed", outcome.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(2, outcome.Json.GetProperty("error").GetProperty("line").GetInt32());
        Assert.Equal(["0"], await ColumnAsync("SELECT count(*) FROM a"));
    }

    [DatabaseFact]
    [Trait("Parity", "A1")]
    public async Task The_history_table_is_made_by_install_or_when_it_is_needed()
    {
        (await Project.RunAsync("migrate install")).Succeeded().Says("Created the history table migrations.");
        (await Project.RunAsync("migrate:install")).Succeeded().Says("already exists");

        Assert.Empty(await HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData("status")]
    [InlineData("current")]
    [InlineData("history")]
    [InlineData("pending")]
    [Trait("Parity", "A1")]
    public async Task Verbs_that_only_read_say_that_nothing_is_installed_and_install_nothing(string verb)
    {
        Project.TableMigration("001_a.sql", "a");
        var before = await StateAsync();

        (await Project.RunAsync(verb)).Succeeded().Says("There is no history table yet", "godwit migrate creates it");
        Assert.False((await Project.RunAsync(verb + " --json")).Succeeded().Json.GetProperty("installed").GetBoolean());

        Assert.Equal(before, await StateAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A15")]
    public async Task The_history_has_the_columns_that_others_rely_on()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();

        var rows = await ColumnAsync(Server is Server.MariaDb
            ? "SELECT concat(id, ' ', migration, ' ', batch) FROM migrations WHERE executed_at > '2020-01-01'"
            : "SELECT id || ' ' || migration || ' ' || batch FROM migrations WHERE executed_at > '2020-01-01'");
        Assert.Equal(["1 001_a 1"], rows);
    }

    [DatabaseFact]
    [Trait("Parity", "D3")]
    public async Task The_history_table_can_have_another_name()
    {
        Project.TableMigration("001_a.sql", "a");

        (await Project.RunAsync("migrate --table schema_changes")).Succeeded();
        (await Project.RunAsync("status")).Says("There is no history table yet");
        Project.Write("godwit.json", """{ "table": "schema_changes" }""");
        (await Project.RunAsync("status")).Says("1 applied, 0 pending");

        Assert.Equal(["001_a 1"], await HistoryAsync("schema_changes"));
    }

    [DatabaseFact]
    [Trait("Parity", "B1 B2 B3")]
    public async Task The_directory_can_be_another_or_several()
    {
        Project.Write("one/001_a.sql", "CREATE TABLE a (id int);\n-- DOWN\nDROP TABLE a;");
        Project.Write("two/002_b.sql", "CREATE TABLE b (id int);\n-- DOWN\nDROP TABLE b;");

        (await Project.RunAsync("migrate --dir one")).Succeeded();
        (await Project.RunAsync("migrate --dir one --dir=two")).Succeeded();
        Assert.Equal(["001_a 1", "002_b 2"], await HistoryAsync());

        (await Project.RunAsync("migrate:status --dir one --dir two")).Says("2 applied");
        (await Project.RunAsync("migrate:rollback --dir one --dir two --steps 1")).Succeeded();
        Assert.Equal(["a"], await TablesAsync());
        (await Project.RunAsync("migrate:reset --dir one --dir two")).Succeeded();
        Assert.Empty(await TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "B8 D1")]
    public async Task The_order_is_that_of_the_numbers_and_schema_and_data_mix()
    {
        Project.Migration("10_fill.sql", "INSERT INTO t VALUES (10); UPDATE t SET id = id + 1;");
        Project.Migration("0009_table.sql", "CREATE TABLE t (id int); INSERT INTO t VALUES (9);");
        Project.Migration("100_more.sql", "INSERT INTO t VALUES (100);");

        (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal(["0009_table 1", "10_fill 1", "100_more 1"], await HistoryAsync());
        Assert.Equal(["10", "11", "100"], await ColumnAsync("SELECT id FROM t ORDER BY id"));
    }

    [DatabaseFact]
    [Trait("Parity", "D2")]
    public async Task Sections_divide_a_file_and_without_an_up_line_what_stands_first_is_the_up()
    {
        Project.Migration("001_a.sql", "-- up\nCREATE TABLE a (id int);\n-- down\nDROP TABLE a;");
        Project.Migration("002_b.sql", "CREATE TABLE b (id int);\n-- DOWN\nDROP TABLE b;");
        Project.Migration("003_c.sql", "CREATE TABLE c (id int);");

        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(["a", "b", "c"], await TablesAsync());

        (await Project.RunAsync("rollback")).Failed("missing-down", ExitCode.Failed, "003_c cannot be undone", "Nothing was changed.");
        Project.Migration("003_c.sql", "CREATE TABLE c (id int);\n-- DOWN\nDROP TABLE c;");
        (await Project.RunAsync("rollback")).Succeeded();
        Assert.Empty(await TablesAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "D7")]
    public async Task A_file_may_hold_whatever_the_database_understands()
    {
        Project.Migration("001_all.sql", Server switch
        {
            Server.Sqlite => """
                CREATE TABLE notes (id integer PRIMARY KEY, body text DEFAULT 'a; b');
                CREATE TRIGGER shout AFTER INSERT ON notes BEGIN
                    UPDATE notes SET body = upper(body) WHERE id = new.id;
                    SELECT 1;
                END;
                INSERT INTO notes (body) VALUES ('x -- y');
                """,
            Server.PostgreSql => """
                CREATE TABLE notes (id int PRIMARY KEY, body text DEFAULT 'a; b');
                CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN new.body := upper(new.body); RETURN new; END;
                $body$;
                CREATE TRIGGER shout BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION shout();
                DO $$ BEGIN INSERT INTO notes VALUES (1, 'x -- y'); END $$;
                """,
            _ => """
                CREATE TABLE notes (id int PRIMARY KEY, body text);
                CREATE TRIGGER shout BEFORE INSERT ON notes FOR EACH ROW BEGIN
                    SET new.body = upper(new.body);
                    SET @godwit = 1;
                END;
                INSERT INTO notes VALUES (1, 'x -- y');
                """,
        });

        (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal(["X -- Y"], await ColumnAsync("SELECT body FROM notes"));
    }

    [DatabaseFact]
    [Trait("Parity", "C5")]
    public async Task Current_is_the_newest_applied_migration_and_history_lists_all_in_their_order()
    {
        Three();
        (await Project.RunAsync("upgrade 2")).Succeeded();

        Assert.Equal("002_b", (await Project.RunAsync("current")).Succeeded().Out.Trim());
        Assert.Equal("010_c", (await Project.RunAsync("pending")).Succeeded().Out.Trim());
        var history = (await Project.RunAsync("history --json")).Succeeded().Json.GetProperty("history");
        Assert.Equal(["001_a", "002_b"], history.EnumerateArray().Select(row => row.GetProperty("migration").GetString()));
        Assert.All(history.EnumerateArray(), row => Assert.Equal("applied", row.GetProperty("status").GetString()));
    }

    private void Three()
    {
        Project.TableMigration("010_c.sql", "c");
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("002_b.sql", "b");
    }
}
