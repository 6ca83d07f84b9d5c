using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Files and names that are no migrations.</summary>
public sealed class BadFileTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    public async Task An_empty_directory_has_nothing_to_apply_and_the_way_on_is_said()
    {
        (await Project.RunAsync("migrate")).Succeeded().Says("There are no migrations yet.", "godwit make:migration");
        (await Project.RunAsync("status")).Succeeded().Says("There are no migrations yet.");
        (await Project.RunAsync("pending")).Succeeded().Says("There are no migrations yet.");

        Assert.Equal(["no file"], await StateAsync());
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        Directory.Delete(Path.Join(Project.Root, "database/migrations"));

        (await Project.RunAsync("migrate")).Failed("directory-missing", ExitCode.Failed, "database/migrations does not exist", "--dir");
        (await Project.RunAsync("status --dir elsewhere")).Ended(ExitCode.Failed).Says("elsewhere does not exist");

        Assert.Equal(["no file"], await StateAsync());
    }

    [Theory]
    [InlineData(new byte[] { (byte)'S', 0xFF, (byte)'x' }, "is not UTF-8: the byte 0xFF at offset 1")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'S', 0 }, "is UTF-16, not UTF-8")]
    public async Task A_file_that_is_not_utf8_is_named_with_the_byte(byte[] content, string words)
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Write("database/migrations/002_b.sql", content);

        (await Project.RunAsync("migrate")).Failed("not-utf8", ExitCode.Failed, "database/migrations/002_b.sql:1:", words, "Save the file as UTF-8.");

        Assert.Equal(["no file"], await StateAsync());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        Project.TableMigration("001_a.sql", "a");
        // a link to itself is unreadable for root as well, who is not kept out by permissions
        File.CreateSymbolicLink(Path.Join(Project.Root, "database/migrations/002_b.sql"), "002_b.sql");

        (await Project.RunAsync("migrate")).Failed("file-access", ExitCode.Failed, "database/migrations/002_b.sql cannot be read", "may read it");

        Assert.Equal(["no file"], await StateAsync());
    }

    [Theory]
    [InlineData("posts.sql")]
    [InlineData("create_posts.sql")]
    [InlineData("x-001-posts.sql")]
    [Trait("Parity", "A17")]
    public async Task A_name_that_follows_no_naming_is_refused(string file)
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration(file, "SELECT 1;");

        (await Project.RunAsync("migrate")).Failed("malformed-name", ExitCode.Failed, file, "Rename it, for example to", "Nothing was changed.");

        Assert.Equal(["no file"], await StateAsync());
    }

    [Fact]
    [Trait("Parity", "C10")]
    public async Task Two_migrations_of_one_version_are_both_named()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("01_b.sql", "b");

        (await Project.RunAsync("migrate")).Failed("duplicate-version", ExitCode.Failed, "001_a.sql", "01_b.sql", "Give the one that is not applied yet a later version: godwit rebase 01_b", "Nothing was changed.");
        (await Project.RunAsync("status")).Ended(ExitCode.Failed).Says("duplicate-version");

        Assert.Equal(["no file"], await StateAsync());
    }

    [Theory]
    [InlineData("upgrade nowhere", "unknown-revision", "No migration is called 'nowhere'.")]
    [InlineData("downgrade nowhere", "unknown-revision", "No migration is called 'nowhere'.")]
    [InlineData("migrate --target nowhere", "unknown-revision", "No migration is called 'nowhere'.")]
    [InlineData("upgrade crate_posts", "unknown-revision", "Did you mean 002_create_posts?")]
    [InlineData("show nowhere", "unknown-revision", "No migration is called 'nowhere'.")]
    [InlineData("show create", "ambiguous-revision", "'create' names 2 migrations: 001_create_users, 002_create_posts.")]
    [InlineData("upgrade create", "ambiguous-revision", "'create' names 2 migrations")]
    [InlineData("repair nowhere", "unknown-revision", "No migration is called 'nowhere'.")]
    [Trait("Parity", "C4")]
    public async Task A_revision_that_names_none_or_several_is_refused(string line, string code, string words)
    {
        Project.TableMigration("001_create_users.sql", "users");
        Project.TableMigration("002_create_posts.sql", "posts");

        (await Project.RunAsync(line)).Failed(code, ExitCode.Failed, words);

        Assert.Equal(["no file"], await StateAsync());
    }

    [Theory]
    [InlineData("001_create_users")]
    [InlineData("1")]
    [InlineData("001")]
    [InlineData("create_users")]
    [InlineData("users")]
    [InlineData("base+1")]
    [InlineData("head-1")]
    [Trait("Parity", "C4")]
    public async Task A_revision_is_an_id_a_part_of_one_a_version_a_name_or_steps_from_one(string revision)
    {
        Project.TableMigration("001_create_users.sql", "users");
        Project.TableMigration("002_create_posts.sql", "posts");

        (await Project.RunAsync($"upgrade {revision}")).Succeeded();

        Assert.Equal(["001_create_users 1"], await HistoryAsync());
    }

    [Fact]
    [Trait("Parity", "C5")]
    public async Task Show_lists_statements_with_their_places_and_needs_no_database()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int);\n  INSERT INTO a VALUES (1);\n-- DOWN\nDROP TABLE a;");

        var shown = (await Project.RunAsync("show 001 --url postgresql://app@127.0.0.1:9/shop")).Succeeded();

        Assert.Equal(
            """
            001_a
              database/migrations/001_a.sql

            up: 2 statements in one transaction
              database/migrations/001_a.sql:1:1
                CREATE TABLE a (id int)
              database/migrations/001_a.sql:2:3
                INSERT INTO a VALUES (1)

            down: 1 statement in one transaction
              database/migrations/001_a.sql:4:1
                DROP TABLE a

            """, shown.Out);
        Project.Write("index.sql", "CREATE INDEX CONCURRENTLY i ON a (id);\nSELECT 1;");
        (await Project.RunAsync("show --file index.sql --dialect postgresql")).Succeeded().Says("2 statements in 2 parts, each journaled", "outside any transaction", "no down: it cannot be undone");
        (await Project.RunAsync("show --file index.sql --dialect oracle")).Failed("invalid-connection", ExitCode.Failed, "There is no database called 'oracle'.");
        (await Project.RunAsync("show --file nowhere.sql")).Failed("file-access");
        Project.Write("elsewhere.cs", "using Godwit;\n\n[Migration]\npublic sealed class Elsewhere : Migration\n{\n    public override void Up(SchemaBuilder schema) => schema.Create(\"t\", table => table.Id());\n}\n");
        (await Project.RunAsync("show --file elsewhere.cs --dialect postgresql")).Succeeded().Says("elsewhere.cs:6:1", "CREATE TABLE \"t\"", "DROP TABLE \"t\"");
    }
}
