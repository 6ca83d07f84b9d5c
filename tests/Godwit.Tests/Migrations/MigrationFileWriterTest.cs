using Godwit.Configuration;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class MigrationFileWriterTest
{
    private static readonly TimeProvider Clock = new StoppedClock(new DateTimeOffset(2026, 11, 20, 14, 30, 22, TimeSpan.Zero));

    [Theory]
    [InlineData(MigrationNaming.Timestamp, "2026_11_20_143022_x")]
    [InlineData(MigrationNaming.Timestamp, "2026_11_20_143024_x", "2026_11_20_143022_a.sql", "2026_11_20_143023_b.sql")]
    [InlineData(MigrationNaming.Date, "20261120_x")]
    [InlineData(MigrationNaming.Date, "20261120_x", "20261119_x.sql", "20261120143022_x.sql")]
    [InlineData(MigrationNaming.Date, "20261120_02_x", "20261120_a.sql")]
    [InlineData(MigrationNaming.Date, "20261120_03_x", "20261120_a.sql", "20261120_02_b.sql")]
    [InlineData(MigrationNaming.Date, "20261120_04_x", "20261120_a.sql", "20261120_03_b.sql")]
    [InlineData(MigrationNaming.Sequence, "001_x")]
    [InlineData(MigrationNaming.Sequence, "004_x", "003_a.sql", "001_b.sql", "20261120_c.sql", "R__v.sql")]
    [InlineData(MigrationNaming.Sequence, "0010_x", "0009_a.sql")]
    [InlineData(MigrationNaming.Sequence, "100_x", "99_a.sql")]
    [InlineData(MigrationNaming.Sequence, "11_x", "10_a.sql")]
    [Trait("Parity", "A2 B1 D4")]
    public void The_version_is_the_next_free_one_of_the_naming(MigrationNaming naming, string id, params string[] existing)
    {
        using var project = new TemporaryProject(existing);
        Assert.Equal(Path.Join(project.Root, "migrations", id + ".sql"), Writer(project).Create(new NewMigration("x") { Naming = naming }));
    }

    [Theory]
    [InlineData("Create posts table", "create_posts_table")]
    [InlineData("CreatePostsTable", "create_posts_table")]
    [InlineData("create-posts-table", "create_posts_table")]
    [InlineData("create_posts_table", "create_posts_table")]
    [InlineData("AddHTTPLog2Users", "add_http_log2_users")]
    [InlineData("  ../etc/passwd ", "etc_passwd")]
    [InlineData("Straße ändern", "straße_ändern")]
    public void The_name_is_written_in_snake_case(string name, string written)
    {
        using var project = new TemporaryProject();
        Assert.Equal($"001_{written}.sql", Path.GetFileName(Create(project, new NewMigration(name))));
    }

    [Fact]
    public void A_number_at_the_beginning_of_the_name_does_not_become_part_of_the_version()
    {
        using var project = new TemporaryProject();
        Create(project, new NewMigration("2 factors"));
        var id = Assert.Single(project.Read().Migrations).Id;
        Assert.Equal(("001", "2_factors"), (id.Version.Text, id.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    public void A_name_without_letters_and_digits_is_refused(string name)
    {
        using var project = new TemporaryProject();
        Assert.Equal(ErrorCode.Usage, Assert.Throws<GodwitException>(() => Create(project, new NewMigration(name))).Code);
        Assert.Empty(project.Ids);
    }

    [Fact]
    public void A_name_longer_than_the_history_can_hold_is_refused()
    {
        using var project = new TemporaryProject();
        Assert.Equal(ErrorCode.Usage, Assert.Throws<GodwitException>(() => Create(project, new NewMigration(new string('x', 252)))).Code);
    }

    [Fact]
    public void A_file_is_never_written_over()
    {
        using var project = new TemporaryProject();
        project.Write("001_x.sql/keep", "");
        Assert.Equal(ErrorCode.FileAccess, Assert.Throws<GodwitException>(() => Create(project, new NewMigration("x"))).Code);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_made_and_counts_from_then_on()
    {
        using var project = new TemporaryProject("001_a.sql");
        var path = Create(project, new NewMigration("x") { Directory = "other/place" });
        Assert.Equal(Path.Join(project.Root, "other", "place", "002_x.sql"), path);
        Assert.EndsWith("003_y.sql", Create(project, new NewMigration("y") { Directory = "other/place" }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_in_the_file_is_the_one_in_its_name()
    {
        using var project = new TemporaryProject("2026_11_20_143022_a.sql", "2026_11_20_143023_b.sql");

        var path = Writer(project).Create(new NewMigration("x") { Naming = MigrationNaming.Timestamp });

        Assert.EndsWith("2026_11_20_143024_x.sql", path, StringComparison.Ordinal);
        Assert.Contains("-- Created: 2026-11-20 14:30:24 UTC", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Parity", "D5")]
    public void The_file_names_the_migration_and_its_time_and_has_both_sections() => AssertContent(
        new NewMigration("tidy up"),
        """
        -- Migration: 001_tidy_up
        -- Created: 2026-11-20 14:30:22 UTC

        -- UP


        -- DOWN


        """);

    [Fact]
    public void A_create_table_name_fills_in_the_table_of_the_database() => AssertContent(
        new NewMigration("create_posts_table") { Driver = "postgresql" },
        """
        -- Migration: 001_create_posts_table
        -- Created: 2026-11-20 14:30:22 UTC

        -- UP
        CREATE TABLE "posts" (
            id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
            created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
            updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
        );

        -- DOWN
        DROP TABLE "posts";

        """);

    [Theory]
    [InlineData("create_posts_table", "", "sqlite", "    id INTEGER PRIMARY KEY AUTOINCREMENT,", "DROP TABLE \"posts\";")]
    [InlineData("x", "create=app.orders", "mariadb", "CREATE TABLE `app`.`orders` (", "DROP TABLE `app`.`orders`;")]
    [InlineData("x", "create=a\"b", "sqlite", "CREATE TABLE \"a\"\"b\" (", "DROP TABLE \"a\"\"b\";")]
    [InlineData("add_a_to_posts", "", "sqlite", "ALTER TABLE \"posts\" ADD COLUMN \"a\" TEXT;", "ALTER TABLE \"posts\" DROP COLUMN \"a\";")]
    [InlineData("AddAToBTable", "", "mysql", "ALTER TABLE `b` ADD COLUMN `a` VARCHAR(255);", "ALTER TABLE `b` DROP COLUMN `a`;")]
    [InlineData("add_a_to_x", "table=posts", "sqlite", "ALTER TABLE \"posts\" ADD COLUMN \"a\" TEXT;", "ALTER TABLE \"posts\" DROP")]
    [InlineData("x", "table=posts", "sqlite", "-- ALTER TABLE \"posts\" ADD COLUMN", "-- ALTER TABLE \"posts\" DROP COLUMN")]
    public void The_sections_are_filled_in_from_the_name_and_the_table_named(string name, string table, string driver, string up, string down)
    {
        var created = table.StartsWith("create=", StringComparison.Ordinal) ? table["create=".Length..] : null;
        var altered = table.StartsWith("table=", StringComparison.Ordinal) ? table["table=".Length..] : null;
        using var project = new TemporaryProject();
        var migration = new NewMigration(name) { CreatedTable = created, AlteredTable = altered, Driver = driver };
        var content = File.ReadAllText(Create(project, migration));
        var sections = content.Split("-- DOWN\n");
        Assert.Contains(up, sections[0], StringComparison.Ordinal);
        Assert.Contains(down, sections[1], StringComparison.Ordinal);
    }

    [Fact]
    public void In_csharp_a_create_table_name_fills_in_the_table() => AssertContent(
        new NewMigration("create_posts_table") { Format = MigrationFormat.CSharp },
        """
        using Godwit;

        [Migration]
        public sealed class CreatePostsTable : Migration
        {
            public override void Up(SchemaBuilder schema)
            {
                schema.Create("posts", table =>
                {
                    table.Id();
                    table.Timestamps();
                });
            }

            public override void Down(SchemaBuilder schema) => schema.DropIfExists("posts");
        }

        """);

    [Fact]
    public void In_csharp_an_add_column_name_fills_in_the_column() => AssertContent(
        new NewMigration("add slug to posts") { Format = MigrationFormat.CSharp },
        """
        using Godwit;

        [Migration]
        public sealed class AddSlugToPosts : Migration
        {
            public override void Up(SchemaBuilder schema)
            {
                schema.Table("posts", table =>
                {
                    table.String("slug").Nullable();
                });
            }

            public override void Down(SchemaBuilder schema)
            {
                schema.Table("posts", table =>
                {
                    table.DropColumn("slug");
                });
            }
        }

        """);

    [Fact]
    public void In_csharp_a_name_that_tells_nothing_gives_an_empty_pair() => AssertContent(
        new NewMigration("tidy up") { Format = MigrationFormat.CSharp },
        """
        using Godwit;

        [Migration]
        public sealed class TidyUp : Migration
        {
            public override void Up(SchemaBuilder schema)
            {
            }

            public override void Down(SchemaBuilder schema)
            {
            }
        }

        """);

    [Theory]
    [InlineData("AddHTTPLog2Users", "AddHttpLog2Users")]
    [InlineData("2 factors", "Migration2Factors")]
    [InlineData("migration", "MigrationMigration")]
    [InlineData("schema builder", "MigrationSchemaBuilder")]
    [InlineData("Straße ändern", "StraßeÄndern")]
    public void The_class_is_named_in_pascal_case_and_as_a_class_may_be(string name, string className)
    {
        using var project = new TemporaryProject();
        var content = File.ReadAllText(Create(project, new NewMigration(name) { Format = MigrationFormat.CSharp }));
        Assert.Contains($"public sealed class {className} : Migration\n", content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_a_name_that_another_file_has_gets_the_version_behind_it()
    {
        using var project = new TemporaryProject("001_tidy_up.sql", "002_tidy_up.cs");
        var content = File.ReadAllText(Create(project, new NewMigration("tidy up") { Format = MigrationFormat.CSharp }));
        Assert.Contains("class TidyUp003 : ", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_written_as_csharp_writes_texts()
    {
        using var project = new TemporaryProject();
        var content = File.ReadAllText(Create(project, new NewMigration("x") { Format = MigrationFormat.CSharp, CreatedTable = "a\\\"b" }));
        Assert.Contains("schema.Create(\"a\\\\\\\"b\", table =>", content, StringComparison.Ordinal);
    }

    private static void AssertContent(NewMigration migration, string content)
    {
        using var project = new TemporaryProject();
        Assert.Equal(content, File.ReadAllText(Create(project, migration)));
    }

    private static string Create(TemporaryProject project, NewMigration migration) =>
        Writer(project).Create(migration with { Naming = MigrationNaming.Sequence });

    private static MigrationFileWriter Writer(TemporaryProject project) => new(Clock, project.Root, ["migrations"]);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
