using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>
/// A migration that fails: what stays of it, what the history says, what the error says, and how the next run goes on.
/// </summary>
public abstract class FailureSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private const string FailsInTheMiddle =
        """
        CREATE TABLE b (id integer PRIMARY KEY);
        INSERT INTO b VALUES (1);
        INSERT INTO no_such_table VALUES (2);
        INSERT INTO b VALUES (3);
        """;

    private const string Corrected =
        """
        CREATE TABLE b (id integer PRIMARY KEY);
        INSERT INTO b VALUES (1);
        INSERT INTO b VALUES (2);
        INSERT INTO b VALUES (3);
        """;

    [DatabaseFact]
    [Trait("Parity", "B5 E6")]
    public async Task The_migrations_before_the_one_that_fails_stay_and_those_after_it_are_not_begun()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", FailsInTheMiddle).Write("3_c.sql", Script.Table("c"));

        await Project.MigrateAndFailAsync();

        var tables = await Project.TablesAsync();
        Assert.Contains("a", tables);
        Assert.DoesNotContain("c", tables);
        Assert.Equal("1_a", (await Project.RowsAsync("SELECT migration FROM migrations WHERE state = 'applied'")).Single());
    }

    [DatabaseFact]
    [Trait("Parity", "B5 E6")]
    public async Task Where_ddl_is_transactional_nothing_stays_of_a_migration_that_fails_and_elsewhere_the_steps_that_are_done_do()
    {
        Project.Write("2_b.sql", FailsInTheMiddle);

        var error = await Project.MigrateAndFailAsync();

        if (Product.FailsWhole)
        {
            Assert.Empty(await Project.TablesAsync());
            Assert.Empty(await Project.HistoryAsync());
            Assert.Contains("Nothing of 2_b is applied", error.State, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(["b"], await Project.TablesAsync());
            Assert.Equal(["1 2_b failed"], await Project.HistoryAsync());
            Assert.Contains("The next run continues with statement 2", error.State, StringComparison.Ordinal);
            Assert.Empty(await Project.RowsAsync("SELECT * FROM b"));
        }
    }

    [DatabaseFact]
    [Trait("Parity", "B5")]
    public async Task A_migration_that_failed_is_run_again_after_the_fix_and_every_statement_takes_effect_once()
    {
        Project.Write("2_b.sql", FailsInTheMiddle);
        await Project.MigrateAndFailAsync();
        Project.Write("2_b.sql", Corrected);

        await Project.MigrateAsync();

        Assert.Equal(["1", "2", "3"], await Project.RowsAsync("SELECT id FROM b ORDER BY id"));
        Assert.Equal(["2_b applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
    }

    [DatabaseFact]
    public async Task After_the_fix_of_a_failed_migration_it_does_not_count_as_edited()
    {
        Project.Write("2_b.sql", FailsInTheMiddle);
        await Project.MigrateAndFailAsync();
        Project.Write("2_b.sql", Corrected);
        await Project.MigrateAsync();

        Assert.Empty((await Project.MigrateAsync()).Plan.Findings);
    }

    [DatabaseFact]
    [Trait("Parity", "D6")]
    public async Task The_error_names_the_file_the_line_the_column_of_the_token_and_the_statement()
    {
        Project.Write("1_a.sql",
            """
            -- UP
            CREATE TABLE a (id integer);
            INSERT INTO a VALUES (1);

            INSERT INTO a
                SELEC 2;
            INSERT INTO a VALUES (3);
            """);

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.StatementFailed, error.Code);
        Assert.Equal(new SourceLocation(Path.Join("migrations", "1_a.sql"), 6, 5), error.Location);
        Assert.Contains("1_a: statement 3 of 4 failed", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.State);
        AssertHelpful(error);
    }

    [DatabaseFact]
    [Trait("Parity", "D6")]
    public async Task A_syntax_error_in_statement_7_of_9_says_what_is_applied_and_what_is_not()
    {
        var statements = Enumerable.Range(1, 9).Select(i => i == 7 ? "CREATE TABEL t7 (id integer);" : $"CREATE TABLE t{i} (id integer);");
        Project.Write("1_t.sql", string.Join('\n', statements));

        var error = await Project.MigrateAndFailAsync();

        Assert.Contains("statement 7 of 9", error.Message, StringComparison.Ordinal);
        Assert.Equal((7, 8), (error.Location!.Line, error.Location.Column));
        if (Product.FailsWhole)
        {
            Assert.Contains("Nothing of 1_t is applied", error.State, StringComparison.Ordinal);
            Assert.Empty(await Project.TablesAsync());
        }
        else
        {
            Assert.Contains("Statements 1 to 6 of 9 are done and stay; statements 8 and 9 were not run", error.State, StringComparison.Ordinal);
            Assert.Equal(6, (await Project.TablesAsync()).Length);
        }
    }

    [DatabaseFact]
    public async Task A_constraint_that_a_row_breaks_fails_the_migration_and_names_the_database_s_own_code()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id integer PRIMARY KEY);").Write("2_rows.sql", "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (1);");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.StatementFailed, error.Code);
        Assert.Matches(@"2_rows: statement 2 of 2 failed: .+ \(.+\)", error.Message);
        Assert.Empty(await Project.RowsAsync("SELECT * FROM a"));
        Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task A_migrator_can_be_used_again_after_a_failure()
    {
        Project.Write("1_a.sql", "INSERT INTO missing VALUES (1);");
        var migrator = Project.Migrator();
        await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Empty(await migrator.AppliedAsync());
        Assert.Null(await Project.HolderAfterAsync(migrator));
        await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());
    }

    [DatabaseTheory]
    [InlineData("INSERT INTO a VALUES ('never closed);", ErrorCode.Unterminated)]
    [InlineData("/* never closed", ErrorCode.Unterminated)]
    public async Task A_script_that_cannot_be_read_is_refused_before_anything_is_run(string script, ErrorCode code)
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", "\n" + script);

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(code, error.Code);
        Assert.Equal(2, error.Location!.Line);
        AssertHelpful(error);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_transaction_that_the_script_begins_itself_is_refused_unless_it_says_that_it_does()
    {
        Project.Write("1_a.sql", "BEGIN;\nCREATE TABLE a (id integer);\nCOMMIT;");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.TransactionControl, error.Code);
        Assert.Contains("transaction: off", error.Remedy, StringComparison.Ordinal);
        Assert.Empty(await Project.TablesAsync());
    }
}
