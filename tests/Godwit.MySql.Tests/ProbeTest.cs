using Godwit.Dialects;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Godwit.Sql;
using Xunit;

namespace Godwit.MySql.Tests;

/// <summary>What the catalog says of a DDL statement before it is run and after.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class ProbeTest : Specification<MySqlProduct>
{
    private const string Before =
        """
        CREATE TABLE other (id integer PRIMARY KEY);
        CREATE TABLE a (id integer PRIMARY KEY, n integer, old integer, `odd ``name` integer, INDEX a_n (n), CONSTRAINT a_other FOREIGN KEY (old) REFERENCES other (id));
        CREATE TABLE whole (id integer PRIMARY KEY, t text);
        CREATE VIEW v AS SELECT 1 AS one;
        """;

    [DatabaseTheory]
    [InlineData("CREATE TABLE b (id integer)")]
    [InlineData("CREATE TABLE b (id integer PRIMARY KEY AUTO_INCREMENT, t varchar(20) NOT NULL DEFAULT 'x;y', n integer AS (length(t)) STORED, CHECK (t <> ''), UNIQUE KEY b_t (t)) COMMENT = 'x'")]
    [InlineData("CREATE TABLE b (id integer PRIMARY KEY, a integer, CONSTRAINT b_other FOREIGN KEY (a) REFERENCES other (id) ON DELETE CASCADE, INDEX b_a (a, id))")]
    [InlineData("CREATE TABLE b LIKE a")]
    [InlineData("CREATE TABLE b SELECT id FROM other")]
    [InlineData("CREATE TABLE b (id integer PRIMARY KEY, t text, FULLTEXT KEY b_t (t))")]
    [InlineData("CREATE INDEX a_old ON a (old)")]
    [InlineData("create unique index `a_u` using btree on a (old, n desc) comment 'x'")]
    [InlineData("CREATE FULLTEXT INDEX whole_t ON whole (t)")]
    [InlineData("CREATE PROCEDURE p(x integer) COMMENT 'y' BEGIN SELECT x; /* so */ END")]
    [InlineData("CREATE FUNCTION f(x integer) RETURNS integer DETERMINISTIC RETURN x * 2")]
    [InlineData("CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM a")]
    [InlineData("CREATE DEFINER = CURRENT_USER TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.n = 1")]
    [InlineData("CREATE SQL SECURITY INVOKER VIEW w AS SELECT 1")]
    [InlineData("DROP VIEW v")]
    [InlineData("DROP INDEX a_n ON a")]
    [InlineData("ALTER TABLE a ADD b integer")]
    [InlineData("ALTER TABLE a ADD COLUMN b integer DEFAULT (1 + (2)) COMMENT 'a, b', ADD COLUMN c integer")]
    [InlineData("alter table `a` add column `select` enum('x', 'y') null after n")]
    [InlineData("ALTER TABLE a ADD INDEX a_old (old), COMMENT = 'x'")]
    [InlineData("ALTER TABLE a ADD UNIQUE (n, old), ADD COLUMN b integer", StatementEffect.Unclear, StatementEffect.Unclear)]
    [InlineData("ALTER TABLE a ADD CONSTRAINT a_unique UNIQUE (n, old)")]
    [InlineData("ALTER TABLE a ADD UNIQUE KEY a_unique (n, old)")]
    [InlineData("ALTER TABLE a ADD CONSTRAINT a_n2 FOREIGN KEY (n) REFERENCES other (id) ON DELETE CASCADE")]
    [InlineData("ALTER TABLE a ADD CONSTRAINT a_check CHECK (n > 0)")]
    [InlineData("ALTER TABLE a ADD COLUMN b integer, ADD INDEX a_b (b, n), ADD CONSTRAINT a_b2 FOREIGN KEY `a_b3` (b) REFERENCES `other` (id) ON UPDATE RESTRICT ON DELETE SET NULL")]
    [InlineData("ALTER TABLE a DROP COLUMN n, ADD COLUMN m integer NOT NULL DEFAULT 3 FIRST")]
    [InlineData("ALTER TABLE a DROP PRIMARY KEY")]
    [InlineData("ALTER TABLE a DROP COLUMN `odd ``name`")]
    [InlineData("ALTER TABLE a DROP n")]
    [InlineData("ALTER TABLE a DROP INDEX a_n")]
    [InlineData("ALTER TABLE a DROP FOREIGN KEY a_other")]
    [InlineData("ALTER TABLE a RENAME COLUMN n TO m")]
    [InlineData("ALTER TABLE a RENAME INDEX a_n TO a_m")]
    [InlineData("ALTER TABLE a RENAME TO b, ADD COLUMN b integer")]
    [InlineData("ALTER TABLE a CHANGE n m bigint NOT NULL")]
    [InlineData("RENAME TABLE a TO b")]
    [InlineData("RENAME TABLE a TO b, other TO c")]
    [InlineData("ALTER TABLE a MODIFY n bigint, ALTER old SET DEFAULT 1, ENGINE = InnoDB", StatementEffect.Absent, StatementEffect.Absent)]
    [InlineData("ALTER TABLE a CHANGE n n bigint", StatementEffect.Absent, StatementEffect.Absent)]
    [InlineData("ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4", StatementEffect.Absent, StatementEffect.Absent)]
    [InlineData("ALTER TABLE whole PARTITION BY HASH (id)", StatementEffect.Unclear, StatementEffect.Unclear)]
    [InlineData("DROP TABLE a, other", StatementEffect.Unclear, StatementEffect.Unclear)]
    [InlineData("TRUNCATE TABLE a", StatementEffect.Absent, StatementEffect.Absent)]
    public async Task It_is_absent_before_and_present_after(
        string statement, StatementEffect before = StatementEffect.Absent, StatementEffect after = StatementEffect.Present)
    {
        Project.Write("1_before.sql", Before);
        await Project.MigrateAsync();
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);

        Assert.Equal(before, await session.ProbeAsync(new SqlStatement(statement), CancellationToken.None));
        await Project.ExecuteAsync(statement);
        Assert.Equal(after, await session.ProbeAsync(new SqlStatement(statement), CancellationToken.None));
    }

    [DatabaseTheory]
    [InlineData("CREATE TABLE b (id integer)", "CREATE TABLE b (id bigint)")]
    [InlineData("CREATE TABLE b (id integer, t text)", "CREATE TABLE b (id integer)")]
    [InlineData("CREATE TABLE b (id integer, n integer CHECK (n > 1))", "CREATE TABLE b (id integer, n integer)")]
    [InlineData("CREATE INDEX a_old ON a (old)", "CREATE INDEX a_old ON a (old, n)")]
    [InlineData("CREATE INDEX a_old ON a (old)", "CREATE UNIQUE INDEX a_old ON a (old)")]
    [InlineData("ALTER TABLE a ADD b integer NOT NULL", "ALTER TABLE a ADD b integer")]
    [InlineData("ALTER TABLE a ADD b varchar(10) DEFAULT 'x'", "ALTER TABLE a ADD b varchar(10) DEFAULT 'y'")]
    [InlineData("ALTER TABLE a ADD UNIQUE KEY a_unique (n, old)", "ALTER TABLE a ADD UNIQUE KEY a_unique (n)")]
    [InlineData("ALTER TABLE a ADD CONSTRAINT a_check CHECK (n > 0)", "ALTER TABLE a ADD CONSTRAINT a_check CHECK (n > 1)")]
    [InlineData("ALTER TABLE a ADD CONSTRAINT a_n2 FOREIGN KEY (n) REFERENCES other (id)", "ALTER TABLE a ADD CONSTRAINT a_n2 FOREIGN KEY (n) REFERENCES other (id) ON DELETE CASCADE")]
    [InlineData("CREATE PROCEDURE p() SELECT 1", "CREATE PROCEDURE p() SELECT 2")]
    [InlineData("CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.n = 1", "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.n = 2")]
    public async Task Something_else_of_that_name_is_not_taken_for_its_effect(string statement, string other)
    {
        Project.Write("1_before.sql", Before);
        await Project.MigrateAsync();
        await Project.ExecuteAsync(other);
        var before = await Project.DumpAsync();
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);

        Assert.Equal(StatementEffect.Unclear, await session.ProbeAsync(new SqlStatement(statement), CancellationToken.None));

        Assert.Equal(before, await Project.DumpAsync());
        Assert.DoesNotContain(await Project.TablesAsync(), table => table.StartsWith("godwit", StringComparison.Ordinal));
    }
}
