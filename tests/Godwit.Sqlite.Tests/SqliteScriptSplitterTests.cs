using Godwit.Specification.Sql;
using Godwit.Sql;
using Xunit;

namespace Godwit.Sqlite.Tests;

public sealed class SqliteScriptSplitterTests : ScriptSplitterSpecification
{
    protected override ScriptSplitter Splitter { get; } = new SqliteScriptSplitter();

    protected override IReadOnlyList<string> Statements { get; } =
    [
        "SELECT 1",
        "CREATE TABLE t (a INTEGER PRIMARY KEY, \"b;\" TEXT DEFAULT 'x;y')",
        "INSERT INTO t VALUES (1, 'it''s; --'), (2, '/*')",
        "SELECT [a;b], `a;``b`, \"a\"\";b\" FROM t",
        "BEGIN",
        "END",
        "COMMIT",
        "CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 1; DELETE FROM t; END",
        "create temp trigger end after update on t when new.a > 1 begin\n select case when 1 then 2 end, (case a when 1 then 2 end);\nend",
        "CREATE TEMPORARY TRIGGER IF NOT EXISTS tr BEFORE UPDATE OF a, end ON t FOR EACH ROW BEGIN SELECT end, begin FROM t; /* c */ END",
        "CREATE TRIGGER x INSTEAD OF DELETE ON v BEGIN SELECT CASE WHEN a THEN 1 END; SELECT CASE a WHEN 1 THEN 2 END AS end; --END;\n END",
        "CREATE VIEW trigger AS SELECT 1 AS begin",
        "EXPLAIN CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END",
        "SELECT $a, :b, @c, ?1, x'0a' FROM t WHERE a = 1--2\n - 3",
    ];

    protected override IReadOnlyList<string> Disturbances { get; } =
        ["'", "\"", "[", "]", "`", ";", "/*", "*/", "--", "\n", "\r", "BEGIN", " END", "CREATE TRIGGER ", "CASE ", "\0", "\ud800", "$",
        "-- +goose StatementBegin\n", ".x", "ü"];

    [Theory]
    [InlineData("SELECT [a;b]")]
    [InlineData("SELECT `a;b`")]
    [InlineData("SELECT `a``;b`")]
    [InlineData("SELECT [a\";'b]")]
    [InlineData("SELECT 'a\\'")]
    [InlineData("CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN a THEN 1 ELSE 2 END; END")]
    [InlineData("CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT CASE WHEN a THEN 1 END, 2; SELECT (CASE WHEN a THEN 1 END); END")]
    [InlineData("CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET end = begin; SELECT new.end; END")]
    [InlineData("CREATE TRIGGER end AFTER INSERT ON t BEGIN SELECT 1; END")]
    [InlineData("CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END")]
    [InlineData("CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; /* ; END; */ -- END;\n END")]
    [InlineData("CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT ';END;'; SELECT 1;END")]
    [Trait("Parity", "D7")]
    public void The_hard_statements_of_SQLite_stay_whole(string statement)
    {
        Assert.Equal([statement, "SELECT 2"], Split(statement + ";\nSELECT 2;\n"));
        Assert.Equal([statement], Split(statement));
    }

    [Fact]
    public void A_transaction_is_not_a_body() =>
        Assert.Equal(["BEGIN", "INSERT INTO t VALUES (1)", "END", "SELECT 1"], Split("BEGIN;\nINSERT INTO t VALUES (1);\nEND;\nSELECT 1;"));

    [Fact]
    public void A_trigger_without_a_body_does_not_swallow_the_script() =>
        Assert.Equal(["CREATE TRIGGER tr AFTER INSERT ON t", "SELECT 1"], Split("CREATE TRIGGER tr AFTER INSERT ON t; SELECT 1"));

    [Fact]
    public void A_body_that_is_not_closed_is_one_statement() =>
        Assert.Single(Split("CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; SELECT 2;"));

    [Theory]
    [InlineData("[a", 1, 8)]
    [InlineData("`a", 1, 8)]
    public void A_quoted_name_that_is_not_closed_is_shown_where_it_opens(string open, int line, int column) =>
        Refuse("SELECT " + open + ";", ErrorCode.Unterminated, line, column);

    [Theory]
    [InlineData("SELECT 1;\n.mode csv\nSELECT 2;", ".mode", 2, 1)]
    [InlineData("  .read other.sql", ".read", 1, 3)]
    [InlineData("SELECT 1;\n\\i other.sql", "\\i is a command of psql", 2, 1)]
    [InlineData("DELIMITER //\nCREATE TRIGGER", "DELIMITER", 1, 1)]
    public void A_command_of_a_client_program_is_refused(string script, string command, int line, int column) =>
        Assert.Contains(command, Refuse(script, ErrorCode.ClientCommand, line, column).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT 1", TransactionBehavior.Transactional)]
    [InlineData("CREATE TABLE t (a)", TransactionBehavior.Transactional)]
    [InlineData("VACUUM", TransactionBehavior.OutsideOnly)]
    [InlineData("-- c\nvacuum INTO 'x'", TransactionBehavior.OutsideOnly)]
    [InlineData("/* c */ ATTACH 'x' AS y", TransactionBehavior.OutsideOnly)]
    [InlineData("DETACH y", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA journal_mode = WAL", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA main.journal_mode(WAL)", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA journal_mode", TransactionBehavior.Transactional)]
    [InlineData("pragma SYNCHRONOUS=off", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA \"foreign_keys\" = 0", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA temp_store = 2", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA wal_checkpoint", TransactionBehavior.OutsideOnly)]
    [InlineData("PRAGMA user_version = 3", TransactionBehavior.Transactional)]
    [InlineData("PRAGMA defer_foreign_keys = 1", TransactionBehavior.Transactional)]
    [InlineData("BEGIN IMMEDIATE", TransactionBehavior.ControlsTransaction)]
    [InlineData("COMMIT", TransactionBehavior.ControlsTransaction)]
    [InlineData("END TRANSACTION", TransactionBehavior.ControlsTransaction)]
    [InlineData("ROLLBACK", TransactionBehavior.ControlsTransaction)]
    [InlineData("ROLLBACK TRANSACTION", TransactionBehavior.ControlsTransaction)]
    [InlineData("ROLLBACK TO a", TransactionBehavior.Transactional)]
    [InlineData("ROLLBACK TRANSACTION TO SAVEPOINT a", TransactionBehavior.Transactional)]
    [InlineData("SAVEPOINT a", TransactionBehavior.Transactional)]
    [InlineData("RELEASE a", TransactionBehavior.Transactional)]
    public void A_statement_says_how_it_stands_to_a_transaction(string statement, TransactionBehavior behavior) =>
        Assert.Equal(behavior, BehaviorOf(statement));
}
