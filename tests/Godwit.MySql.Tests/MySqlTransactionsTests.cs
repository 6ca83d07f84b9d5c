using Godwit.Sql;
using Xunit;

namespace Godwit.MySql.Tests;

/// <summary>What is expected here is what MariaDB 10.11 does, and what MySQL's manual says where MariaDB lacks a statement.</summary>
public sealed class MySqlTransactionsTests
{
    private static readonly MySqlScriptSplitter Splitter = new();

    [Theory]
    [InlineData("CREATE TABLE t (a INT)")]
    [InlineData("-- c\n# d\n/* e */ create table t (a int)")]
    [InlineData("/*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1 */")]
    [InlineData("DROP TABLE t")]
    [InlineData("CREATE TEMPORARY SEQUENCE s")]
    [InlineData("ALTER TABLE t ADD b INT")]
    [InlineData("RENAME TABLE t TO u")]
    [InlineData("TRUNCATE t")]
    [InlineData("CREATE OR REPLACE VIEW v AS SELECT 1")]
    [InlineData("CREATE USER u")]
    [InlineData("GRANT SELECT ON t TO u")]
    [InlineData("REVOKE SELECT ON t FROM u")]
    [InlineData("SET PASSWORD FOR u = PASSWORD('x')")]
    [InlineData("SET DEFAULT ROLE r FOR u")]
    [InlineData("LOCK TABLES t READ")]
    [InlineData("UNLOCK TABLES")]
    [InlineData("ANALYZE TABLE t")]
    [InlineData("ANALYZE LOCAL TABLE t")]
    [InlineData("OPTIMIZE TABLE t")]
    [InlineData("REPAIR TABLE t")]
    [InlineData("CHECK TABLE t")]
    [InlineData("CACHE INDEX t IN c")]
    [InlineData("LOAD INDEX INTO CACHE t")]
    [InlineData("FLUSH TABLES")]
    [InlineData("RESET MASTER")]
    [InlineData("INSTALL PLUGIN x SONAME 'y'")]
    [InlineData("UNINSTALL PLUGIN x")]
    [InlineData("START REPLICA")]
    [InlineData("STOP SLAVE")]
    [InlineData("CHANGE MASTER TO master_host = 'x'")]
    [InlineData("SET STATEMENT max_statement_time = 10 FOR CREATE TABLE t (a INT)")]
    [InlineData("EXECUTE x")]
    [InlineData("EXECUTE IMMEDIATE 'DROP TABLE t'")]
    [InlineData("CALL p()")]
    [InlineData("BEGIN NOT ATOMIC INSERT INTO t VALUES (1); DROP TABLE u; END")]
    [InlineData("begin not atomic ROLLBACK; END")]
    [InlineData("IF @a THEN CREATE TABLE t (a INT); END IF")]
    public void What_the_server_commits_by_itself_says_so(string statement) =>
        Assert.Equal(TransactionBehavior.CommitsImplicitly, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("INSERT INTO t VALUES (1)")]
    [InlineData("CREATE TEMPORARY TABLE t (a INT)")]
    [InlineData("CREATE OR REPLACE TEMPORARY TABLE t (a INT)")]
    [InlineData("DROP TEMPORARY TABLE t")]
    [InlineData("DROP PREPARE x")]
    [InlineData("ANALYZE SELECT 1")]
    [InlineData("ANALYZE FORMAT = JSON UPDATE t SET a = 1")]
    [InlineData("CHECKSUM TABLE t")]
    [InlineData("LOAD DATA INFILE 'x' INTO TABLE t")]
    [InlineData("RESET PERSIST")]
    [InlineData("SET @a = 1")]
    [InlineData("SET ROLE r")]
    [InlineData("SET NAMES utf8mb4")]
    [InlineData("SET GLOBAL autocommit = 0")]
    [InlineData("SET @old = @@autocommit, @autocommit = 1")]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")]
    [InlineData("SET STATEMENT max_statement_time = 10 FOR INSERT INTO t VALUES (1)")]
    [InlineData("SAVEPOINT a")]
    [InlineData("ROLLBACK TO a")]
    [InlineData("ROLLBACK WORK TO SAVEPOINT a")]
    [InlineData("RELEASE SAVEPOINT a")]
    [InlineData("PREPARE x FROM 'DROP TABLE t'")]
    [InlineData("USE shop")]
    [InlineData("XA RECOVER")]
    [InlineData("BEGIN NOT ATOMIC INSERT INTO t VALUES (1); END")]
    public void What_the_server_can_roll_back_takes_part(string statement) =>
        Assert.Equal(TransactionBehavior.Transactional, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("BEGIN")]
    [InlineData("BEGIN WORK")]
    [InlineData("START TRANSACTION READ ONLY")]
    [InlineData("COMMIT")]
    [InlineData("ROLLBACK")]
    [InlineData("ROLLBACK WORK")]
    [InlineData("SET autocommit = 0")]
    [InlineData("SET @@autocommit = 1")]
    [InlineData("SET @@session.autocommit := 1")]
    [InlineData("SET @OLD_AUTOCOMMIT = @@AUTOCOMMIT, AUTOCOMMIT = 0")]
    [InlineData("XA START 'x'")]
    public void What_begins_or_ends_a_transaction_controls_it(string statement) =>
        Assert.Equal(TransactionBehavior.ControlsTransaction, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")]
    [InlineData("SET sql_log_bin = 0")]
    [InlineData("SET @@SESSION.SQL_LOG_BIN= 0")]
    [InlineData("SET SESSION binlog_format = 'ROW'")]
    public void What_the_server_refuses_in_a_transaction_runs_outside(string statement) =>
        Assert.Equal(TransactionBehavior.OutsideOnly, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("SET NAMES utf8mb4", true, "names")]
    [InlineData("SET @a = 1, SESSION sql_mode = '', @@session.unique_checks = 0", true, "sql_mode unique_checks")]
    [InlineData("USE shop", true, "database")]
    [InlineData("SET @a = 1", true, "")]
    [InlineData("SET GLOBAL max_connections = 10", true, "")]
    [InlineData("SET STATEMENT max_statement_time = 10 FOR INSERT INTO t VALUES (1)", false, "")]
    [InlineData("INSERT INTO t SET a = 1", false, "")]
    public void What_is_set_for_the_session_is_set_again_in_the_next_and_stays_after_a_rollback(string statement, bool isSetAgain, string settings)
    {
        Assert.Equal(isSetAgain, Splitter.SetsSession(new SqlStatement(statement)));
        Assert.Equal(settings, string.Join(' ', Splitter.SettingsBeyondRollback(new SqlStatement(statement))));
    }
}
