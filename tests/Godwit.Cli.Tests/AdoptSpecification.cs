using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class AdoptOnSqliteTest() : AdoptSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class AdoptOnPostgreSqlTest() : AdoptSpecification(Server.PostgreSql)
{
    [DatabaseTheory]
    [InlineData("sql")]
    [InlineData("csharp")]
    public async Task What_the_schema_builder_has_no_words_for_is_in_the_baseline_and_other_schemas_when_they_are_named(string format)
    {
        await ExecuteAsync("CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')");
        await ExecuteAsync("CREATE TABLE readers (id integer PRIMARY KEY, address email NOT NULL)");
        await ExecuteAsync("ALTER TABLE readers ENABLE ROW LEVEL SECURITY");
        await ExecuteAsync("CREATE POLICY own ON readers USING (address = current_user)");
        await ExecuteAsync("CREATE SCHEMA audit");
        await ExecuteAsync("CREATE TABLE audit.entries (id integer PRIMARY KEY, reader integer REFERENCES readers (id))");
        (await Project.RunAsync("adopt --pretend")).Succeeded().Says("it leaves out: the schema audit. Take it over as well with --schema audit.");
        (await Project.RunAsync("adopt --force --schema nothing")).Failed("unknown-object", words: ["There is: audit."]);

        var outcome = (await Project.RunAsync($"adopt --force --schema audit --format {format} --json")).Succeeded();

        Assert.Equal(0, outcome.Json.GetProperty("otherSchemas").GetArrayLength());
        Assert.Equal(0, outcome.Json.GetProperty("baseline").GetProperty("notes").GetArrayLength());
        await ExecuteAsync("DROP SCHEMA audit CASCADE");
        (await Project.RunAsync("fresh --force")).Succeeded();
        Assert.Equal(["email"], await ColumnAsync("SELECT domain_name FROM information_schema.columns WHERE table_name = 'readers' AND column_name = 'address'"));
        Assert.Equal(["own"], await ColumnAsync("SELECT policyname FROM pg_policies WHERE tablename = 'readers'"));
        Assert.Equal(["0"], await ColumnAsync("SELECT count(*) FROM audit.entries"));
    }
}

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class AdoptOnMariaDbTest() : AdoptSpecification(Server.MariaDb);

/// <summary>A database that has a schema already, and perhaps another tool's history, is taken over.</summary>
public abstract class AdoptSpecification(Server server) : DatabaseSpecification(server)
{
    private static readonly string[] Shop =
    [
        "CREATE TABLE customers (id integer NOT NULL PRIMARY KEY, name varchar(80) NOT NULL UNIQUE, credit decimal(10,2) DEFAULT 5 NOT NULL, CHECK (credit >= 0))",
        "CREATE TABLE orders (id integer NOT NULL PRIMARY KEY, customer_id integer NOT NULL, placed date, CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE)",
        "CREATE INDEX orders_by_day ON orders (placed, customer_id)",
        "CREATE VIEW order_days AS SELECT id, placed FROM orders",
    ];

    [DatabaseTheory]
    [InlineData("sql")]
    [InlineData("csharp")]
    public async Task A_schema_without_a_history_becomes_the_first_migration_which_makes_the_same_again(string format)
    {
        await MakeShopAsync();
        await ExecuteAsync("INSERT INTO customers (id, name) VALUES (7, 'Ada')");

        var outcome = (await Project.RunAsync($"adopt --force --format {format} --json")).Succeeded();

        Assert.True(outcome.Json.GetProperty("adopted").GetBoolean());
        Assert.Equal(2, outcome.Json.GetProperty("baseline").GetProperty("tables").GetInt32());
        var id = Path.GetFileNameWithoutExtension(Assert.Single(Project.MigrationFiles()));
        Assert.EndsWith("_baseline", id, StringComparison.Ordinal);
        Assert.Equal([$"{id} 1"], await HistoryAsync());
        Assert.Equal(["7"], await ColumnAsync("SELECT id FROM customers"));
        (await Project.RunAsync("migrate")).Succeeded().Says("Nothing to apply");
        var before = await DumpAsync();

        (await Project.RunAsync("fresh --force")).Succeeded();

        Assert.Equal(before, await DumpAsync());
        Assert.Empty(await ColumnAsync("SELECT id FROM customers"));
    }

    [DatabaseFact]
    public async Task A_migrations_directory_that_is_not_there_is_made_with_the_first_migration()
    {
        await MakeShopAsync();
        var directory = Path.Join(Project.Root, "database/migrations");
        Directory.Delete(directory);

        (await Project.RunAsync("adopt --pretend")).Succeeded().Says("2 tables, and no migration in this project");
        Assert.False(Directory.Exists(directory));
        (await Project.RunAsync("adopt --force")).Succeeded().Says("Recorded 1 migration as applied.");

        Assert.Single(Project.MigrationFiles());
        (await Project.RunAsync("status")).Succeeded().Says("1 applied, 0 pending");
    }

    [DatabaseFact]
    public async Task A_baseline_is_not_undone_with_the_last_batch()
    {
        await MakeShopAsync();
        (await Project.RunAsync("adopt --force")).Succeeded();

        (await Project.RunAsync("rollback")).Failed("missing-down", words: ["baseline", "drop everything", "migrate:fresh"]);
        (await Project.RunAsync("reset --force")).Failed("missing-down");

        Assert.Equal(["customers", "order_days", "orders"], [.. (await TablesAsync()).Concat(["order_days"]).Order(StringComparer.Ordinal)]);
    }

    [DatabaseFact]
    public async Task It_says_what_it_would_do_and_does_nothing_before_it_is_told_to()
    {
        await MakeShopAsync();
        await FlywayAsync(("1", "V1__customers.sql", true));
        var before = await StateAsync();

        (await Project.RunAsync("adopt --pretend")).Succeeded().Says("history of Flyway in flyway_schema_history: 1 migration", "2 tables", "leave the table flyway_schema_history as it is");
        (await Project.RunAsync("adopt")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded, "--force");
        Project.Answers = ["n"];
        (await Project.RunAsync("adopt")).Ended(ExitCode.ConfirmationNeeded).Says("Not confirmed");

        Assert.Equal(before, await StateAsync());
        Assert.Empty(Project.MigrationFiles());
        Project.Answers = ["y"];
        (await Project.RunAsync("adopt")).Succeeded().Says("Created", "Recorded 1 migration as applied.");
    }

    [DatabaseFact]
    public async Task What_flyway_has_applied_is_recorded_and_the_rest_is_pending()
    {
        await MakeShopAsync();
        await FlywayAsync(("1", "V1__customers.sql", true), ("1.2", "V1_2__orders.sql", true), (null, "R__views.sql", true));
        Project.Migration("V1__customers.sql", "SELECT 1;");
        Project.Migration("V1_2__orders.sql", "SELECT 1;\n-- DOWN\nSELECT 2;");
        Project.Migration("V1_10__notes.sql", "CREATE TABLE notes (id int);");
        Project.Migration("R__views.sql", "SELECT 1;");

        (await Project.RunAsync("adopt --force")).Succeeded().Says("V1_10__notes stays pending", "Recorded 3 migrations as applied.");

        Assert.Equal(["V1__customers 1", "V1_2__orders 2", "R__views 3"], await HistoryAsync());
        Assert.Equal(["3"], await ColumnAsync("SELECT count(*) FROM flyway_schema_history"));
        (await Project.RunAsync("migrate")).Succeeded().Says("Applied 1 migration");
        (await Project.RunAsync("adopt --force")).Failed("object-exists", words: ["Godwit history already"]);
    }

    [DatabaseFact]
    public async Task What_flyway_left_half_done_is_not_taken_over()
    {
        await FlywayAsync(("1", "V1__customers.sql", true), ("2", "V2__orders.sql", false));
        var before = await StateAsync();

        (await Project.RunAsync("adopt --force")).Failed("in-doubt", words: ["V2__orders.sql", "Flyway"]);

        Assert.Equal(before, await StateAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A17")]
    public async Task A_table_of_laravel_s_in_the_way_is_named_and_kept_under_another_name_with_its_batches()
    {
        await MakeShopAsync();
        var key = Server switch { Server.PostgreSql => "serial PRIMARY KEY", Server.MariaDb => "int unsigned AUTO_INCREMENT PRIMARY KEY", _ => "integer PRIMARY KEY AUTOINCREMENT" };
        await ExecuteAsync($"CREATE TABLE migrations (id {key}, migration varchar(255) NOT NULL, batch integer NOT NULL)");
        await ExecuteAsync("INSERT INTO migrations (migration, batch) VALUES ('2024_01_01_000000_create_customers_table', 1), ('2024_01_02_000000_create_orders_table', 1), ('2024_02_01_000000_add_days', 4)");
        Project.Migration("2024_01_01_000000_create_customers_table.sql", "SELECT 1;\n-- DOWN\nSELECT 2;");
        Project.Migration("2024_01_02_000000_create_orders_table.sql", "SELECT 1;\n-- DOWN\nSELECT 2;");
        Project.Migration("2024_02_01_000000_add_days.sql", "SELECT 1;\n-- DOWN\nDROP INDEX orders_by_day" + (Server is Server.MariaDb ? " ON orders;" : ";"));
        (await Project.RunAsync("status")).Failed("foreign-history", words: ["Laravel", "godwit adopt"]);

        (await Project.RunAsync("adopt --force")).Succeeded().Says("rename the table migrations to migrations_laravel");

        Assert.Equal(["2024_01_01_000000_create_customers_table 1", "2024_01_02_000000_create_orders_table 1", "2024_02_01_000000_add_days 4"], await HistoryAsync());
        Assert.Equal(["3"], await ColumnAsync("SELECT count(*) FROM migrations_laravel"));
        (await Project.RunAsync("rollback")).Succeeded().Says("Rolled back 1 migration");
        Assert.Equal(["2024_01_01_000000_create_customers_table 1", "2024_01_02_000000_create_orders_table 1"], await HistoryAsync());
    }

    [DatabaseTheory]
    [InlineData("Entity Framework Core", "__EFMigrationsHistory", "'MigrationId' varchar(150) PRIMARY KEY, 'ProductVersion' varchar(32)", "'20240101000000_Customers', '9.0'")]
    [InlineData("FluentMigrator", "VersionInfo", "'Version' bigint NOT NULL, 'AppliedOn' timestamp NULL, 'Description' varchar(1024)", "20240101000000, NULL, 'Customers'")]
    [InlineData("DbUp", "SchemaVersions", "schemaversionid integer PRIMARY KEY, scriptname varchar(255), applied timestamp NULL", "1, 'Shop.Scripts.20240101000000_customers.sql', NULL")]
    [InlineData("Alembic", "alembic_version", "version_num varchar(32) NOT NULL", "'20240101000000'")]
    [InlineData("dbmate", "schema_migrations", "version varchar(128) PRIMARY KEY", "'20240101000000'")]
    [InlineData("golang-migrate", "schema_migrations", "version bigint PRIMARY KEY, dirty boolean NOT NULL", "20240101000000, false")]
    [InlineData("goose", "goose_db_version", "id integer PRIMARY KEY, version_id bigint, is_applied boolean, tstamp timestamp NULL", "1, 20240101000000, true, NULL")]
    [InlineData("Knex", "knex_migrations", "id integer PRIMARY KEY, name varchar(255), batch integer, migration_time timestamp NULL", "1, '20240101000000_customers.js', 1, NULL")]
    [InlineData("Evolve", "changelog", "id integer PRIMARY KEY, type smallint, version varchar(50), description varchar(200), name varchar(300), checksum varchar(32), installed_by varchar(100), installed_on timestamp NULL, success boolean", "1, 0, '20240101000000', 'c', 'V20240101000000__customers.sql', 'x', 'u', NULL, true")]
    [InlineData("Django", "django_migrations", "id integer PRIMARY KEY, app varchar(255), name varchar(255), applied timestamp NULL", "1, '20240101000000', 'customers', NULL")]
    [InlineData("Prisma", "_prisma_migrations", "id varchar(36) PRIMARY KEY, migration_name varchar(255), started_at timestamp NULL, finished_at timestamp NULL, rolled_back_at timestamp NULL", "'a', '20240101000000_customers', NULL, '2024-01-01 00:00:00', NULL")]
    public async Task Every_tool_s_history_is_recognised_and_its_rows_are_taken_over(string tool, string table, string columns, string row)
    {
        Begin();
        var quote = Server is Server.MariaDb ? "`" : "\"";
        var isQuoted = columns.Contains('\'', StringComparison.Ordinal) || table.Any(char.IsAsciiLetterUpper);
        var name = isQuoted ? $"{quote}{table}{quote}" : table;
        await ExecuteAsync($"CREATE TABLE {name} ({columns.Replace("'", quote, StringComparison.Ordinal)})");
        await ExecuteAsync($"INSERT INTO {name} VALUES ({row})");
        Project.Migration("20240101000000_customers.sql", "SELECT 1;");
        Project.Migration("20240201000000_orders.sql", "SELECT 1;");

        (await Project.RunAsync("adopt --force")).Succeeded().Says($"the history of {tool} in {table}: 1 migration", "20240201000000_orders stays pending");

        Assert.Equal(["20240101000000_customers 1"], await HistoryAsync());
        Assert.Equal(["1"], await ColumnAsync($"SELECT count(*) FROM {name}"));
    }

    [DatabaseFact]
    public async Task The_tables_of_the_other_tool_are_no_part_of_the_baseline()
    {
        await MakeShopAsync();
        await FlywayAsync(("1", "V1__customers.sql", true));

        (await Project.RunAsync("adopt --force --format sql first schema")).Succeeded();

        var file = Assert.Single(Project.MigrationFiles());
        Assert.EndsWith("_first_schema.sql", file, StringComparison.Ordinal);
        Assert.DoesNotContain("flyway", await File.ReadAllTextAsync(Path.Join(Project.Root, "database/migrations", file)), StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData("__EFMigrationsHistory", "'MigrationId' varchar(150) PRIMARY KEY, 'ProductVersion' varchar(32)")]
    [InlineData("migrations", "'id' integer PRIMARY KEY, 'migration' varchar(255) NOT NULL, 'batch' integer NOT NULL")]
    public async Task The_history_of_another_tool_is_no_difference_afterwards(string table, string columns)
    {
        await MakeShopAsync();
        var quote = Server is Server.MariaDb ? "`" : "\"";
        // SQLite keeps to the letter what its author wrote, and the baseline has other words
        if (Server is Server.Sqlite) await ExecuteAsync("create index by_hand on orders ((\"id\" + 1)) where (\"id\" > 5)");
        await ExecuteAsync($"CREATE TABLE {quote}{table}{quote} ({columns.Replace("'", quote, StringComparison.Ordinal)})");
        (await Project.RunAsync("adopt --force")).Succeeded();

        (await Project.RunAsync("check")).Succeeded().Says("The database matches its migrations.");
        Assert.Equal(["0"], await ColumnAsync($"SELECT count(*) FROM {quote}{(table == "migrations" ? "migrations_laravel" : table)}{quote}"));
    }

    [DatabaseFact]
    public async Task What_nothing_says_anything_about_is_not_guessed()
    {
        await MakeShopAsync();
        Project.Migration("001_customers.sql", "SELECT 1;");
        (await Project.RunAsync("adopt --force")).Failed("foreign-history", words: ["stamp head", "move the files"]);

        await FlywayAsync(("7", "V7__birds.sql", true));
        (await Project.RunAsync("adopt --force")).Failed("foreign-history", words: ["V7__birds.sql", "names or versions"]);
        await ExecuteAsync("CREATE TABLE alembic_version (version_num varchar(32))");
        (await Project.RunAsync("adopt --force")).Failed("foreign-history", words: ["Flyway", "Alembic", "--from"]);

        Assert.Equal("not installed", (await StateAsync())[^1]);
        Assert.Equal(["001_customers.sql"], Project.MigrationFiles());
    }

    [DatabaseFact]
    public async Task An_empty_database_has_nothing_to_take_over()
    {
        (await Project.RunAsync("adopt --force")).Succeeded().Says("nothing to take over");
        Assert.Empty(Project.MigrationFiles());
    }

    private async Task MakeShopAsync()
    {
        Begin();
        foreach (var statement in Shop) await ExecuteAsync(statement);
    }

    // A database in a file begins with the file.
    private void Begin()
    {
        if (Server is Server.Sqlite && !File.Exists(Project.SqliteFile)) Project.Write("database/database.sqlite", "");
    }

    private async Task FlywayAsync(params (string? Version, string Script, bool Success)[] rows)
    {
        Begin();
        await ExecuteAsync(
            "CREATE TABLE flyway_schema_history (installed_rank integer NOT NULL PRIMARY KEY, version varchar(50), description varchar(200), type varchar(20), "
            + "script varchar(1000), checksum integer, installed_by varchar(100), installed_on timestamp NULL, execution_time integer, success boolean NOT NULL)");
        for (var i = 0; i < rows.Length; i++)
        {
            var version = rows[i].Version is { } text ? $"'{text}'" : "NULL";
            await ExecuteAsync($"INSERT INTO flyway_schema_history VALUES ({i + 1}, {version}, 'd', 'SQL', '{rows[i].Script}', 1, 'u', NULL, 1, {(rows[i].Success ? "true" : "false")})");
        }
    }

    private async Task<string> DumpAsync() => Server switch
    {
        Server.PostgreSql => await SchemaDump.OfPostgreSqlAsync(Settings),
        // the order of a table's keys there is that in which they were made, and means nothing
        Server.MariaDb => string.Join('\n', (await SchemaDump.OfMariaDbAsync(Settings)).Split('\n').Select(line => line.TrimEnd(',')).Order(StringComparer.Ordinal)),
        _ => string.Join('\n', await ColumnAsync("SELECT name FROM sqlite_master WHERE tbl_name NOT LIKE 'migrations%' ORDER BY type, name")),
    };
}
