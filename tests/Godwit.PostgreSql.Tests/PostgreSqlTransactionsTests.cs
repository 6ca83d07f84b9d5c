using Godwit.Sql;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>What is expected here is what PostgreSQL 15 does.</summary>
public sealed class PostgreSqlTransactionsTests
{
    private static readonly PostgreSqlScriptSplitter Splitter = new();

    [Theory]
    [InlineData("CREATE DATABASE x")]
    [InlineData("-- c\n/* d */ drop database if exists x")]
    [InlineData("ALTER DATABASE w SET TABLESPACE pg_default")]
    [InlineData("CREATE TABLESPACE x LOCATION '/x'")]
    [InlineData("DROP TABLESPACE x")]
    [InlineData("ALTER SYSTEM SET work_mem = '4MB'")]
    [InlineData("ALTER SYSTEM RESET ALL")]
    [InlineData("VACUUM")]
    [InlineData("VACUUM (ANALYZE) t")]
    [InlineData("CLUSTER")]
    [InlineData("CLUSTER VERBOSE")]
    [InlineData("CLUSTER (VERBOSE)")]
    [InlineData("REINDEX TABLE CONCURRENTLY t")]
    [InlineData("REINDEX INDEX CONCURRENTLY i")]
    [InlineData("REINDEX (VERBOSE, CONCURRENTLY) TABLE t")]
    [InlineData("REINDEX (CONCURRENTLY true, TABLESPACE x) TABLE t")]
    [InlineData("REINDEX (VERBOSE) TABLE CONCURRENTLY t")]
    [InlineData("REINDEX SCHEMA public")]
    [InlineData("REINDEX DATABASE x")]
    [InlineData("REINDEX (VERBOSE) SYSTEM x")]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (a)")]
    [InlineData("create unique index concurrently if not exists i on t (a)")]
    [InlineData("DROP INDEX CONCURRENTLY i")]
    [InlineData("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY")]
    [InlineData("ALTER TABLE IF EXISTS ONLY s.p DETACH PARTITION p1 CONCURRENTLY")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot)")]
    [InlineData("ALTER SUBSCRIPTION s REFRESH PUBLICATION")]
    [InlineData("ALTER SUBSCRIPTION s SET PUBLICATION p")]
    [InlineData("ALTER SUBSCRIPTION s ADD PUBLICATION p WITH (refresh = true)")]
    [InlineData("DROP SUBSCRIPTION s")]
    [InlineData("DISCARD ALL")]
    [InlineData("COMMIT PREPARED 'x'")]
    [InlineData("ROLLBACK PREPARED 'x'")]
    public void What_the_server_refuses_in_a_transaction_runs_outside(string statement) =>
        Assert.Equal(TransactionBehavior.OutsideOnly, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("CREATE TABLE concurrently (a int)")]
    [InlineData("CREATE INDEX i ON t (a)")]
    [InlineData("CREATE UNIQUE INDEX \"CONCURRENTLY\" ON t (a)")]
    [InlineData("DROP INDEX i")]
    [InlineData("ALTER DATABASE w SET work_mem = '4MB'")]
    [InlineData("ALTER DATABASE w RENAME TO x")]
    [InlineData("ALTER TABLESPACE pg_default SET (seq_page_cost = 1)")]
    [InlineData("ANALYZE")]
    [InlineData("CLUSTER t")]
    [InlineData("CLUSTER VERBOSE t USING i")]
    [InlineData("REINDEX TABLE t")]
    [InlineData("REINDEX (CONCURRENTLY false) TABLE t")]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY mv")]
    [InlineData("ALTER TABLE p DETACH PARTITION p1")]
    [InlineData("ALTER TABLE p DETACH PARTITION p1 FINALIZE")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = false)")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = 'false')")]
    [InlineData("ALTER SUBSCRIPTION s DISABLE")]
    [InlineData("ALTER SUBSCRIPTION s SET (binary = true)")]
    [InlineData("ALTER SUBSCRIPTION s ADD PUBLICATION p WITH (refresh = off)")]
    [InlineData("DISCARD TEMP")]
    [InlineData("ALTER TYPE e ADD VALUE 'x'")]
    [InlineData("SAVEPOINT a")]
    [InlineData("ROLLBACK TO a")]
    [InlineData("ROLLBACK WORK TO SAVEPOINT a")]
    [InlineData("RELEASE a")]
    [InlineData("PREPARE p AS SELECT 1")]
    [InlineData("SET TRANSACTION READ ONLY")]
    [InlineData("CHECKPOINT")]
    public void What_the_server_takes_in_a_transaction_takes_part(string statement) =>
        Assert.Equal(TransactionBehavior.Transactional, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("CALL p()")]
    [InlineData("DO $$ BEGIN COMMIT; END $$")]
    public void What_may_commit_by_itself_where_no_transaction_is_open_is_told_apart(string statement) =>
        Assert.Equal(TransactionBehavior.MayControl, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("BEGIN")]
    [InlineData("begin isolation level serializable")]
    [InlineData("START TRANSACTION")]
    [InlineData("COMMIT")]
    [InlineData("COMMIT AND CHAIN")]
    [InlineData("END")]
    [InlineData("ROLLBACK")]
    [InlineData("ROLLBACK WORK")]
    [InlineData("ABORT")]
    [InlineData("PREPARE TRANSACTION 'x'")]
    public void What_begins_or_ends_a_transaction_controls_it(string statement) =>
        Assert.Equal(TransactionBehavior.ControlsTransaction, Splitter.BehaviorOf(new SqlStatement(statement)));

    [Theory]
    [InlineData("INSERT INTO t VALUES ('b c')")]
    [InlineData("CREATE TABLE t (a mood DEFAULT 'b c')")]
    [InlineData("SELECT '{a,b c}'::mood[]")]
    [InlineData("SELECT E'b c'")]
    [InlineData("CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $$ SELECT 'b c'::mood $$")]
    [InlineData("CREATE FUNCTION f() RETURNS mood BEGIN ATOMIC SELECT 'b c'::mood; END")]
    public void A_new_enum_value_is_committed_before_it_is_used(string later)
    {
        foreach (var earlier in (string[])["ALTER TYPE mood ADD VALUE 'b c'",
            "alter type s.\"mood\" add value if not exists 'b c' after 'a'"])
        {
            Assert.True(Splitter.NeedsCommitBetween(new SqlStatement(earlier), new SqlStatement(later)));
        }
    }

    [Theory]
    [InlineData("ALTER TYPE mood ADD VALUE 'b'", "INSERT INTO t VALUES ('bc', 'a_b', 'ab')")]
    [InlineData("ALTER TYPE mood ADD VALUE 'b'", "SELECT b, \"b\" /* 'b' */ FROM b")]
    [InlineData("ALTER TYPE mood ADD VALUE 'b'", "ALTER TYPE mood ADD VALUE 'c' AFTER 'b'")]
    [InlineData("ALTER TYPE mood RENAME VALUE 'a' TO 'b'", "INSERT INTO t VALUES ('b')")]
    [InlineData("ALTER TYPE mood ADD ATTRIBUTE b int", "INSERT INTO t VALUES ('b')")]
    [InlineData("SELECT 'b'", "INSERT INTO t VALUES ('b')")]
    public void Nothing_else_needs_a_commit(string earlier, string later) =>
        Assert.False(Splitter.NeedsCommitBetween(new SqlStatement(earlier), new SqlStatement(later)));
}
