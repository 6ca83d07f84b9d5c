using Godwit.Execution;
using Godwit.Migrations;
using Godwit.Sql;
using Godwit.Tests.Migrations;
using Xunit;

namespace Godwit.Tests.Execution;

public sealed class SegmenterTest
{
    [Theory]
    [InlineData("sqlite", "", "")]
    [InlineData("sqlite", "CREATE TABLE a (id); INSERT INTO a VALUES (1);", "Transaction 0-1")]
    [InlineData("sqlite", "VACUUM;", "Autocommit 0-0")]
    [InlineData("sqlite", "PRAGMA foreign_keys = OFF; DROP TABLE a; DROP TABLE b; PRAGMA foreign_keys = ON;", "Autocommit 0-0, Transaction 1-2, Autocommit 3-3")]
    [InlineData("postgresql", "CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY i ON a (id); INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);", "Transaction 0-0, Autocommit 1-1, Transaction 2-3")]
    [InlineData("postgresql", "ALTER TYPE m ADD VALUE 'x'; SELECT 1;", "Transaction 0-1")]
    [InlineData("postgresql", "ALTER TYPE m ADD VALUE 'x'; SELECT 1; SELECT 'x'::m; SELECT 'x'::m;", "Transaction 0-1, Transaction 2-3")]
    [InlineData("mysql", "INSERT INTO a VALUES (1); UPDATE a SET id = 2;", "Transaction 0-1")]
    [InlineData("mysql", "INSERT INTO a VALUES (1); CREATE TABLE b (id int); INSERT INTO b VALUES (1);", "Transaction 0-0, Autocommit 1-1, Transaction 2-2")]
    [InlineData("mysql", "CREATE TABLE a (id int); CREATE TABLE b (id int);", "Autocommit 0-0, Autocommit 1-1")]
    [InlineData("mysql", "SET FOREIGN_KEY_CHECKS = 0; INSERT INTO a VALUES (1); SET FOREIGN_KEY_CHECKS = 1;", "Transaction 0-2")]
    [InlineData("mysql", "DROP TABLE b; SET @a = 1; INSERT INTO a VALUES (@a); SET @a = 2; INSERT INTO a VALUES (@a);", "Autocommit 0-0, Transaction 1-4")]
    [InlineData("mysql", "SET FOREIGN_KEY_CHECKS = 0; DROP TABLE b; INSERT INTO a VALUES (1); SET FOREIGN_KEY_CHECKS = 1; SET NAMES utf8mb4; UPDATE a SET id = 2;",
        "Transaction 0-0, Autocommit 1-1, Transaction 2-2, Transaction 3-5")]
    public void A_migration_is_as_few_transactions_as_its_database_allows(string driver, string script, string expected) =>
        Assert.Equal(expected, Divide(driver, script, TransactionMode.On));

    [Theory]
    [InlineData("INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);", "Transaction 0-0, Transaction 1-1")]
    [InlineData("BEGIN; INSERT INTO a VALUES (1); COMMIT;", "OwnTransaction 0-2")]
    [InlineData("SELECT 1; BEGIN; SELECT 2; COMMIT; SELECT 3; BEGIN; COMMIT;", "Transaction 0-0, OwnTransaction 1-3, Transaction 4-4, OwnTransaction 5-6")]
    [InlineData("BEGIN; SAVEPOINT s; SELECT 1; ROLLBACK TO s; COMMIT;", "OwnTransaction 0-4")]
    public void With_the_transaction_off_each_statement_is_by_itself_but_for_the_script_s_own_transactions(string script, string expected)
    {
        foreach (var driver in (string[])["sqlite", "postgresql", "mysql"]) Assert.Equal(expected, Divide(driver, script, TransactionMode.Off));
    }

    [Theory]
    [InlineData("sqlite", "CREATE TABLE a (id int); VACUUM;", "Transaction 0-0, Autocommit 1-1")]
    [InlineData("postgresql", "CREATE TABLE a (id int); VACUUM a; CALL p(); DO $$ BEGIN END $$;", "Transaction 0-0, Autocommit 1-1, Autocommit 2-2, Autocommit 3-3")]
    [InlineData("mysql", "CREATE TABLE a (id int); SET @a = 1;", "Autocommit 0-0, Transaction 1-1")]
    public void With_the_transaction_off_a_statement_has_one_of_its_own_where_the_database_lets_it(string driver, string script, string expected) =>
        Assert.Equal(expected, Divide(driver, script, TransactionMode.Off));

    [Fact]
    public void Ddl_that_would_commit_a_transaction_of_the_script_s_own_is_refused_at_its_place()
    {
        var error = Assert.Throws<GodwitException>(() => Divide("mysql", "BEGIN;\nINSERT INTO a VALUES (1);\nDROP TABLE b;\nCOMMIT;", TransactionMode.Off));

        Assert.Equal(ErrorCode.TransactionControl, error.Code);
        Assert.Equal(3, error.Location!.Line);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("mysql")]
    public void A_transaction_of_the_script_s_own_inside_godwit_s_is_refused_at_its_place(string driver)
    {
        var error = Assert.Throws<GodwitException>(() => Divide(driver, "SELECT 1;\n  BEGIN;\nCOMMIT;", TransactionMode.On));

        Assert.Equal(ErrorCode.TransactionControl, error.Code);
        Assert.Equal((2, 3), (error.Location!.Line, error.Location.Column));
    }

    [Fact]
    public void A_transaction_that_is_not_ended_is_refused_where_it_begins()
    {
        var error = Assert.Throws<GodwitException>(() => Divide("postgresql", "SELECT 1;\nBEGIN;\nSELECT 2;", TransactionMode.Off));

        Assert.Equal(ErrorCode.TransactionControl, error.Code);
        Assert.Equal(2, error.Location!.Line);
    }

    private static string Divide(string driver, string script, TransactionMode mode)
    {
        var splitter = Splitters.Of(driver);
        var section = new MigrationSection(splitter.Split(new SourceText("1_a.sql", script), 0, script.Length), mode, null);
        return string.Join(", ", Segmenter.Divide(section, splitter).Select(segment => $"{segment.Mode} {segment.First}-{segment.Last}"));
    }
}
