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
        CREATE TABLE whole (id integer PRIMARY KEY);
        CREATE VIEW v AS SELECT 1 AS one;
        """;

    [DatabaseTheory]
    [InlineData("CREATE TABLE b (id integer)")]
    [InlineData("CREATE INDEX a_old ON a (old)")]
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
}
