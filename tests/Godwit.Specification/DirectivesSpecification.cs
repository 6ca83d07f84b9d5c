using System.Diagnostics;
using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>What comment lines set: transaction, timeout, environments, depends; and placeholders.</summary>
public abstract class DirectivesSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "E6")]
    public async Task Without_a_transaction_what_is_done_before_a_failure_stays_and_is_not_done_again()
    {
        const string Script = "-- transaction: off\nCREATE TABLE a (id integer PRIMARY KEY);\nINSERT INTO a VALUES (1);\n";
        Project.Write("1_a.sql", Script + "INSERT INTO missing VALUES (2);");

        var error = await Project.MigrateAndFailAsync();

        Assert.StartsWith("Statements 1 to 2 of 3 are done and stay", $"{error.State} {error.Message}", StringComparison.Ordinal);
        Assert.Equal(["1"], await Project.RowsAsync("SELECT id FROM a"));
        Assert.Equal(["1 1_a failed"], await Project.HistoryAsync());

        Project.Write("1_a.sql", Script + "INSERT INTO a VALUES (2);");
        await Project.MigrateAsync();

        Assert.Equal(["1", "2"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));
        Assert.Equal(["1_a applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
        Assert.Equal(["0 done", "1 done", "2 done"], await Project.RowsAsync("SELECT idx, state FROM migrations_journal ORDER BY idx"));
    }

    [DatabaseFact]
    [Trait("Parity", "E6")]
    public async Task A_script_that_manages_its_own_transactions_may_do_so_with_the_transaction_off()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer PRIMARY KEY);").Write("2_rows.sql",
            """
            -- transaction: off
            BEGIN;
            INSERT INTO a VALUES (1);
            INSERT INTO a VALUES (2);
            COMMIT;
            BEGIN;
            INSERT INTO a VALUES (3);
            INSERT INTO a VALUES (1);
            COMMIT;
            """);

        await Project.MigrateAndFailAsync();

        Assert.Equal(["1", "2"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));

        Project.Write("2_rows.sql",
            """
            -- transaction: off
            BEGIN;
            INSERT INTO a VALUES (1);
            INSERT INTO a VALUES (2);
            COMMIT;
            BEGIN;
            INSERT INTO a VALUES (3);
            INSERT INTO a VALUES (4);
            COMMIT;
            """);
        await Project.MigrateAsync();

        Assert.Equal(["1", "2", "3", "4"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));
    }

    [DatabaseFact]
    public async Task A_transaction_that_the_script_begins_and_does_not_end_is_refused()
    {
        Project.Write("1_a.sql", "-- transaction: off\nCREATE TABLE a (id integer);\nBEGIN;\nINSERT INTO a VALUES (1);");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.TransactionControl, error.Code);
        Assert.Equal(3, error.Location!.Line);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_statement_that_takes_longer_than_the_timeout_line_allows_is_ended()
    {
        Project.Write("1_a.sql", $"-- timeout: 300ms\nCREATE TABLE a (id integer);\n{Product.LongStatement};");
        var started = Stopwatch.GetTimestamp();

        var error = await Project.MigrateAndFailAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 15);
        Assert.Equal(ErrorCode.StatementTimeout, error.Code);
        Assert.Equal(3, error.Location!.Line);
        Assert.Contains("0.3 s", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("counted", await Project.TablesAsync());
        if (Product.FailsWhole) Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_migration_within_its_timeout_is_applied()
    {
        Project.Write("1_a.sql", "-- timeout: 30s\nCREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);");

        await Project.MigrateAsync();

        Assert.Equal(["1"], await Project.RowsAsync("SELECT id FROM a"));
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_migration_for_other_environments_is_left_out_without_holding_up_the_ones_after_it()
    {
        Project.Write("1_fake.sql", "-- environments: development, staging\n" + Script.Table("fake")).Write("2_b.sql", Script.Table("b"));

        await Project.Migrator(options => options with { Environment = "production" }).MigrateAsync();

        Assert.Equal(["1 2_b applied"], await Project.HistoryAsync());
        var survey = await Project.Migrator(options => options with { Environment = "production" }).SurveyAsync();
        Assert.Equal(Standing.OtherEnvironment, survey.Migrations[0].Standing);

        await Project.Migrator(options => options with { Environment = "Staging" }).MigrateAsync();
        Assert.Equal(["1 2_b applied", "2 1_fake applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_migration_comes_after_the_ones_that_it_depends_on()
    {
        Project.Write("1_a.sql", "-- depends: 3_c\n" + Script.Table("a")).Write("2_b.sql", Script.Table("b")).Write("3_c.sql", Script.Table("c"));

        var result = await Project.MigrateAsync();

        Assert.True(Array.IndexOf(Ids(result), "1_a") > Array.IndexOf(Ids(result), "3_c"), string.Join(" ", Ids(result)));
        Assert.Equal(Ids(result), await Project.RowsAsync("SELECT migration FROM migrations ORDER BY id"));
    }

    [DatabaseFact]
    public async Task A_migration_that_depends_on_one_that_does_not_exist_is_refused()
    {
        Project.Write("1_a.sql", "-- depends: 0_missing\n" + Script.Table("a"));

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.MissingDependency, error.Code);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task Placeholders_are_replaced_by_their_values_up_and_down()
    {
        Project.Write("1_a.sql", Script.Table("${prefix}_posts"));
        var migrator = Project.Migrator(options => options with { Placeholders = new Dictionary<string, string> { ["prefix"] = "blog" } });

        await migrator.MigrateAsync();
        Assert.Equal(["blog_posts"], await Project.TablesAsync());

        await migrator.RollbackAsync();
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task The_down_in_the_history_holds_the_values_of_placeholders_not_their_names()
    {
        Project.Write("1_a.sql", Script.Table("${prefix}_posts"));
        await Project.Migrator(options => options with { Placeholders = new Dictionary<string, string> { ["prefix"] = "blog" } }).MigrateAsync();
        Project.Delete("1_a.sql");

        await Project.RollbackAsync();

        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_placeholder_without_a_value_is_refused_where_others_have_one()
    {
        Project.Write("1_a.sql", Script.Table("${prefix}_posts"));

        var error = await Assert.ThrowsAsync<GodwitException>(() =>
            Project.Migrator(options => options with { Placeholders = new Dictionary<string, string> { ["suffix"] = "x" } }).MigrateAsync());

        Assert.Equal(ErrorCode.UnknownPlaceholder, error.Code);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task Without_any_placeholder_dollar_and_braces_are_ordinary_text()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (name varchar(20));\nINSERT INTO a VALUES ('${name}');");

        await Project.MigrateAsync();

        Assert.Equal(["${name}"], await Project.RowsAsync("SELECT name FROM a"));
    }
}
