using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class ReversalOnSqliteTest() : ReversalSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class ReversalOnPostgreSqlTest() : ReversalSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class ReversalOnMariaDbTest() : ReversalSpecification(Server.MariaDb);

/// <summary><c>godwit test</c>: up, down and up again, on a database that is made for it.</summary>
public abstract class ReversalSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseFact]
    public async Task Migrations_that_reverse_pass_and_the_real_database_is_not_touched()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", "ALTER TABLE a ADD COLUMN b varchar(20);\nCREATE INDEX a_b ON a (b);\n-- DOWN\n"
            + (Server is Server.MariaDb ? "DROP INDEX a_b ON a;" : "DROP INDEX a_b;") + "\nALTER TABLE a DROP COLUMN b;");
        Project.Migration("003_rows.sql", "INSERT INTO a VALUES (1, 'x');\n-- DOWN\nDELETE FROM a;");
        Project.Migration("R__view.sql", "CREATE VIEW v AS SELECT 1 AS one;");

        (await Project.RunAsync("test")).Succeeded().Says("reverses 001_a", "reverses 002_b", "3 migrations: 3 reverse.");

        Assert.Empty(await StateOfServerAsync());
    }

    [DatabaseFact]
    public async Task A_down_that_forgets_something_is_found_with_what_it_forgets()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int);\nCREATE TABLE forgotten (id int);\n-- DOWN\nDROP TABLE a;");
        Project.TableMigration("002_b.sql", "b");

        var outcome = (await Project.RunAsync("test --json")).Ended(ExitCode.Failed);

        Assert.False(outcome.Json.GetProperty("reversible").GetBoolean());
        var first = outcome.Json.GetProperty("tested")[0];
        Assert.Equal("second-up-failed", first.GetProperty("outcome").GetString());
        Assert.Contains(first.GetProperty("differences").EnumerateArray(), line => line.GetString()!.StartsWith("+ table forgotten", StringComparison.Ordinal));
        Assert.Contains("forgotten", first.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, outcome.Json.GetProperty("tested").GetArrayLength());
    }

    [DatabaseFact]
    public async Task A_down_that_gives_back_something_else_is_found_with_both_sides()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", "CREATE INDEX a_id ON a (id);\n-- DOWN\n"
            + (Server is Server.MariaDb ? "DROP INDEX a_id ON a;" : "DROP INDEX a_id;") + "\nALTER TABLE a ADD COLUMN left_over int;");
        Project.Migration("003_c.sql", "CREATE TABLE c (id int);");

        var outcome = (await Project.RunAsync("test")).Ended(ExitCode.Failed);

        outcome.Says("reverses 001_a", "undone, but not as before 002_b", "+ column a.left_over: int", "has no down 003_c", "3 migrations: 1 reverses, 1 has no down, 1 does not reverse.");
    }

    [DatabaseFact]
    public async Task A_migration_that_fails_ends_the_test_with_its_error()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_bad.sql", "SELEKT 1;\n-- DOWN\n");
        Project.TableMigration("003_c.sql", "c");

        var outcome = (await Project.RunAsync("test")).Ended(ExitCode.Failed);

        outcome.Says("cannot be applied 002_bad", "002_bad.sql:1:1");
        Assert.DoesNotContain("003_c", outcome.Words, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task One_migration_can_be_tested_by_itself()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int);");
        Project.TableMigration("002_b.sql", "b");
        Project.TableMigration("003_c.sql", "c");

        (await Project.RunAsync("test 002")).Succeeded().Says("reverses 002_b", "1 migration: 1 reverses.");
        (await Project.RunAsync("test 009")).Failed("unknown-revision");
    }

    [DatabaseFact]
    public async Task A_derived_down_of_a_migration_in_CSharp_is_tested_like_any_other()
    {
        Project.Migration("001_a.cs", """
            using Godwit;

            [Migration]
            public sealed class CreateA : Migration
            {
                public override void Up(SchemaBuilder schema) => schema.Create("a", table =>
                {
                    table.Id();
                    table.String("name", 50).Nullable();
                });
            }
            """);
        Project.Migration("002_b.cs", """
            using Godwit;

            [Migration]
            public sealed class ChangeA : Migration
            {
                public override void Up(SchemaBuilder schema) => schema.Table("a", table =>
                {
                    table.String("name", 80).Nullable().Change();
                    table.Integer("views").Default(0);
                    table.Unique("name");
                });
            }
            """);

        (await Project.RunAsync("test")).Succeeded().Says("2 migrations: 2 reverse.");
    }

    // nothing in the real database, and no file of SQLite
    private async Task<string[]> StateOfServerAsync() => Server is Server.Sqlite ? (File.Exists(Project.SqliteFile) ? ["a file"] : []) : await TablesAsync();
}
