using Godwit.Planning;
using Godwit.Safety;
using Xunit;

namespace Godwit.Tests.Safety;

/// <summary>What the rules make of whole migrations: written in SQL or C#, with tables that are new, and with allowances.</summary>
public sealed class ReviewerTest
{
    public static TheoryData<string, string, Action<SchemaBuilder>> Both => new()
    {
        { "DL01", "DROP TABLE posts", schema => schema.Drop("posts") },
        { "DL02", "ALTER TABLE posts DROP COLUMN body", schema => schema.Table("posts", table => table.DropColumn("body")) },
        { "BC01", "ALTER TABLE posts RENAME TO articles", schema => schema.Rename("posts", "articles") },
        { "BC02", "ALTER TABLE posts RENAME COLUMN title TO headline", schema => schema.Table("posts", table => table.RenameColumn("title", "headline")) },
        { "BC04", "ALTER TABLE posts ALTER COLUMN title DROP NOT NULL", schema => schema.Table("posts", table => table.Change("title").Nullable()) },
        { "BC05", "ALTER TABLE posts DROP CONSTRAINT posts_author_id_foreign", schema => schema.Table("posts", table => table.DropForeign("posts_author_id_foreign")) },
        { "BC07", "ALTER TABLE posts ALTER COLUMN state SET DEFAULT 'open'", schema => schema.Table("posts", table => table.Change("state").Default("open")) },
        { "DD02", "ALTER TABLE posts ALTER COLUMN title SET NOT NULL", schema => schema.Table("posts", table => table.Change("title").NotNull()) },
        { "BC06", "ALTER TABLE posts ADD COLUMN views integer NOT NULL", schema => schema.Table("posts", table => table.Integer("views")) },
        { "PG01", "CREATE INDEX posts_title_index ON posts (title)", schema => schema.Table("posts", table => table.Index("title")) },
        { "PG02", "DROP INDEX posts_title_index", schema => schema.Table("posts", table => table.DropIndex("posts_title_index")) },
        { "PG07", "ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES users (id)", schema => schema.Table("posts", table => table.Foreign("author_id").References("id").On("users")) },
        { "PG10", "ALTER TABLE posts ADD UNIQUE (slug)", schema => schema.Table("posts", table => table.Unique("slug")) },
        { "PG13", "ALTER TABLE posts ALTER COLUMN title SET NOT NULL", schema => schema.Table("posts", table => table.Change("title").NotNull()) },
        { "PG17", "ALTER TABLE posts ALTER COLUMN views TYPE bigint", schema => schema.Table("posts", table => table.BigInteger("views").Change()) },
        { "TX06", "DO $$ BEGIN NULL; END $$", schema => schema.Run((_, _) => Task.CompletedTask) },
    };

    [Theory]
    [MemberData(nameof(Both))]
    public void A_rule_finds_the_same_in_SQL_and_in_CSharp(string rule, string sql, Action<SchemaBuilder> up)
    {
        foreach (var findings in (IEnumerable<SafetyFinding>[])[Reviewed.Sql("postgresql", sql), Reviewed.Code("postgresql", up)])
            Assert.Contains(findings, finding => finding.Rule == rule && !string.IsNullOrWhiteSpace(finding.Correction));
    }

    [Fact]
    public void The_SQL_inside_a_migration_in_CSharp_is_judged_too()
    {
        var finding = Assert.Single(Reviewed.Code("postgresql", schema => schema.Sql("DROP TABLE posts; SELECT 1")), finding => finding.Rule == "DL01");

        Assert.StartsWith("[Allow(\"BC01\", \"nothing uses posts any more\")]\nschema.Sql(\"ALTER TABLE posts RENAME TO posts_unused\");", finding.Correction);
    }

    [Fact]
    public void A_statement_over_several_lines_is_one_in_the_corrected_code()
    {
        var finding = Assert.Single(Reviewed.Code("postgresql", schema => schema.Sql("CREATE INDEX a\n  ON posts (title)")), finding => finding.Rule == "PG01");

        Assert.Equal("schema.Table(\"posts\", table => table.Index(\"title\").Concurrently());", finding.Correction);
        var check = Assert.Single(Reviewed.Code("postgresql", schema => schema.Sql("ALTER DOMAIN mail ADD\n  CHECK (VALUE <> '')")), found => found.Rule == "PG16");
        Assert.Equal("schema.Sql(\"ALTER DOMAIN mail ADD CHECK (VALUE <> '') NOT VALID\");", check.Correction);
    }

    [Fact]
    public void A_table_that_the_same_migration_creates_is_empty_and_nobody_uses_it()
    {
        Assert.Empty(Reviewed.Sql("postgresql", """
            CREATE TABLE posts (id bigint PRIMARY KEY, title text, author_id bigint);
            CREATE INDEX posts_title ON posts (title);
            CREATE INDEX posts_author ON public.posts (author_id);
            ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES users (id);
            ALTER TABLE posts ALTER COLUMN title SET NOT NULL;
            ALTER TABLE posts RENAME TO articles;
            ALTER TABLE "articles" DROP COLUMN title;
            """));
    }

    [Fact]
    public void Corrected_code_has_the_names_of_what_it_corrects()
    {
        var finding = Assert.Single(Reviewed.Sql("postgresql", "CREATE UNIQUE INDEX \"Users_Email\" ON app.\"Users\" (lower(email)) WHERE active"), finding => finding.Rule == "PG01");

        Assert.Equal("CREATE UNIQUE INDEX CONCURRENTLY \"Users_Email\" ON app.\"Users\" (lower(email)) WHERE active;", finding.Correction);
        Assert.Equal("Writers of app.\"Users\" wait until \"Users_Email\" is built.", finding.Message);
    }

    [Fact]
    public void Corrected_code_of_a_migration_in_CSharp_is_CSharp()
    {
        var finding = Assert.Single(Reviewed.Code("postgresql", schema => schema.Table("posts", table => table.Index("title"))), finding => finding.Rule == "PG01");

        Assert.Equal("schema.Table(\"posts\", table => table.Index(\"title\").Concurrently());", finding.Correction);
        Assert.Equal("001_x.cs", finding.Location!.Path);
    }

    [Fact]
    public void Each_part_of_an_ALTER_TABLE_is_found_where_it_stands()
    {
        var findings = Reviewed.Sql("postgresql", "ALTER TABLE posts\n  ADD COLUMN a int,\n  DROP COLUMN b,\n  ADD CONSTRAINT c CHECK (a > 0)");

        Assert.Equal("001_x.sql:3:3", Assert.Single(findings, finding => finding.Rule == "DL02").Location!.ToString());
        Assert.Equal("001_x.sql:4:3", Assert.Single(findings, finding => finding.Rule == "PG08").Location!.ToString());
    }

    [Fact]
    public void What_earlier_migrations_made_tells_the_old_type()
    {
        const string Earlier = "CREATE TABLE posts (id bigint PRIMARY KEY, slug varchar(50), title text NOT NULL)";

        Assert.DoesNotContain(Reviewed.Sql("postgresql", "ALTER TABLE posts ALTER COLUMN slug TYPE varchar(80)", Earlier), finding => finding.Rule is "PG17" or "DL05");
        Assert.Contains(Reviewed.Sql("postgresql", "ALTER TABLE posts ALTER COLUMN slug TYPE varchar(20)", Earlier), finding => finding.Rule == "PG17");
        Assert.Contains(Reviewed.Sql("postgresql", "ALTER TABLE posts ALTER COLUMN slug TYPE varchar(20)", Earlier), finding => finding.Rule == "DL05");
        Assert.Contains(Reviewed.Sql("mariadb", "ALTER TABLE posts MODIFY title text", Earlier), finding => finding.Rule == "BC04");
        Assert.DoesNotContain(Reviewed.Sql("mariadb", "ALTER TABLE posts MODIFY slug varchar(60)", Earlier), finding => finding.Rule == "MY01");
    }

    [Fact]
    public void A_breach_that_is_allowed_is_shown_with_its_reason_and_does_not_block()
    {
        var finding = Assert.Single(Reviewed.Sql("postgresql", "-- allow: DL01, DL04 nobody has used it since May\nDROP TABLE IF EXISTS posts;\nCREATE TABLE posts (id bigint)"), finding => finding.Rule == "DL01");

        Assert.Equal("nobody has used it since May", finding.AllowedBecause);
        Assert.False(finding.Blocks);
    }

    [Fact]
    public void An_allowance_that_nothing_needs_is_reported()
    {
        var unused = Assert.Single(Reviewed.Sql("postgresql", "-- allow: PG01 small\nALTER TABLE posts ADD COLUMN a int"));
        var unknown = Assert.Single(Reviewed.Sql("postgresql", "-- allow: PG91 small\nALTER TABLE posts ADD COLUMN a int"));

        Assert.Equal("PG01 is allowed, but nothing breaches it.", unused.Message);
        Assert.Equal("001_x.sql:1:11", unused.Location!.ToString());
        Assert.Equal("There is no rule PG91.", unknown.Message);
    }

    [Fact]
    public void An_allowance_that_another_database_or_a_full_table_needs_is_let_alone()
    {
        Assert.Empty(Reviewed.Sql("sqlite", "-- allow: PG01 small\nALTER TABLE posts ADD COLUMN a int"));
        Assert.Empty(Reviewed.Sql("postgresql", "-- allow: PG01 small\nCREATE TABLE posts (id bigint);\nCREATE INDEX posts_id ON posts (id)"));
    }

    [Fact]
    public void An_allowance_without_a_reason_is_refused()
    {
        var refused = Assert.Throws<GodwitException>(() => Reviewed.Sql("postgresql", "-- allow: PG01\nSELECT 1"));

        Assert.Equal(ErrorCode.InvalidDirective, refused.Code);
        Assert.Contains("PG01 the table is empty", refused.Remedy);
    }

    [Theory]
    [InlineData("postgresql", "SELECT 1; INSERT INTO t VALUES ('DROP TABLE posts; DELETE FROM posts')")]
    [InlineData("postgresql", "-- DROP TABLE posts\n/* TRUNCATE posts */ SELECT 1")]
    [InlineData("postgresql", "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM posts; END $$")]
    [InlineData("postgresql", "ALTER TABLE posts ADD COLUMN at timestamptz NOT NULL DEFAULT now()")]
    [InlineData("postgresql", "WITH gone AS (SELECT 1) DELETE FROM posts WHERE id IN (SELECT * FROM gone)")]
    [InlineData("postgresql", "CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text CHECK (b <> ''), UNIQUE (b))")]
    [InlineData("sqlite", "ALTER TABLE posts ADD COLUMN views integer NOT NULL DEFAULT 0")]
    [InlineData("mariadb", "ALTER TABLE posts ADD COLUMN views int NOT NULL DEFAULT 0, ALGORITHM=INSTANT")]
    public void What_is_safe_is_let_alone(string product, string sql) => Assert.DoesNotContain(Reviewed.Sql(product, sql), finding => finding.Severity is not Severity.Info);

    [Fact]
    public void An_unsafe_review_says_which_rule_and_how_to_go_on()
    {
        var review = new SafetyReview(Reviewed.Sql("postgresql", "DROP TABLE posts; CREATE INDEX a ON users (b)"));

        var refused = Assert.Throws<GodwitException>(review.ThrowIfUnsafe);
        Assert.Equal(ErrorCode.UnsafeMigration, refused.Code);
        Assert.Contains("--allow DL01 --allow PG01", refused.Remedy);
        Assert.False(review.MayRunUnattended(Godwit.Configuration.EnvironmentKind.Production));
        Assert.True(review.MayRunUnattended(Godwit.Configuration.EnvironmentKind.Staging));
        Assert.True(SafetyReview.Nothing.IsSafe);
    }
}
