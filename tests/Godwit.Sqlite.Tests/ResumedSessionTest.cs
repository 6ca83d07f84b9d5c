using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Sqlite.Tests;

/// <summary>A migration that sets something in its session and stops half way.</summary>
public sealed class ResumedSessionTest : Specification<SqliteProduct>
{
    private const string Off = "-- transaction: off\nPRAGMA foreign_keys = OFF;\n";

    [DatabaseFact]
    public async Task A_table_that_is_rebuilt_by_the_run_that_goes_on_takes_no_rows_of_others_with_it()
    {
        Project.Write("1_tables.sql",
            """
            CREATE TABLE parent (id integer PRIMARY KEY);
            CREATE TABLE child (id integer PRIMARY KEY, parent integer REFERENCES parent (id) ON DELETE CASCADE);
            INSERT INTO parent VALUES (1);
            INSERT INTO child VALUES (1, 1);
            """).Write("2_rebuild.sql", Off + "INSERT INTO missing VALUES (1);");
        await Project.MigrateAndFailAsync();

        Project.Write("2_rebuild.sql", Off + "BEGIN;\nDROP TABLE parent;\nCREATE TABLE parent (id integer PRIMARY KEY, name text);\nINSERT INTO parent (id) VALUES (1);\nCOMMIT;");
        await Project.MigrateAsync();

        Assert.Equal(["1 1"], await Project.RowsAsync("SELECT id, parent FROM child"));
    }

    [DatabaseFact]
    public async Task A_change_of_rows_with_the_transaction_off_is_made_once_though_the_run_was_cut_off_after_it()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (n integer);\nINSERT INTO a VALUES (0);").Write("2_more.sql", "-- transaction: off\nUPDATE a SET n = n + 1;\nUPDATE a SET n = n + 10;");
        await Assert.ThrowsAnyAsync<Exception>(() => Project.Migrator(options => options with { OnEvent = Stop }).MigrateAsync());

        await Project.MigrateAsync();

        Assert.Equal(["11"], await Project.RowsAsync("SELECT n FROM a"));

        static void Stop(Godwit.Execution.ExecutionEvent happened)
        {
            if (happened is Godwit.Execution.ExecutionEvent.StatementCompleted { Step.Id: "2_more" }) throw new InvalidOperationException("cut off");
        }
    }
}
