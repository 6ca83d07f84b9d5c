using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class TemplateTest : IDisposable
{
    private readonly Project project = new();

    public TemplateTest() => project.Write("godwit.json", """{ "naming": "sequence" }""");

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(
        "add_table --table posts --columns title:string(200),price:decimal(10,2) --column note:text? --column user_id:foreignid? --column state",
        "001_create_posts_table.cs", "class CreatePostsTable",
        "schema.Create(\"posts\", table =>", "table.Id();", "table.String(\"title\", 200);", "table.Decimal(\"price\", 10, 2);",
        "table.Text(\"note\").Nullable();", "table.ForeignId(\"user_id\").Nullable().Constrained();", "table.String(\"state\");", "table.Timestamps();",
        "schema.DropIfExists(\"posts\")")]
    [InlineData(
        "add_column --table posts --column slug", "001_add_slug_to_posts_table.cs", "class AddSlugToPostsTable",
        "schema.Table(\"posts\", table =>", "table.String(\"slug\").Nullable();", "table.DropColumn(\"slug\");")]
    [InlineData(
        "add_column --table posts --columns a,b:json --type BigInt", "001_add_a_and_b_to_posts_table.cs", "class AddAAndBToPostsTable",
        "table.BigInteger(\"a\").Nullable();", "table.Json(\"b\").Nullable();", "table.DropColumn(\"a\", \"b\");")]
    [InlineData(
        "add-index --table posts --columns user_id,title", "001_add_user_id_and_title_index_to_posts_table.cs", "class AddUserIdAndTitleIndexToPostsTable",
        "table.Index(\"user_id\", \"title\");", "table.DropIndex(\"posts_user_id_title_index\");")]
    [InlineData(
        "add_index --table posts --column slug --unique --name one_slug", "001_add_slug_unique_to_posts_table.cs", "class AddSlugUniqueToPostsTable",
        "table.Unique(\"slug\").Name(\"one_slug\");", "table.DropUnique(\"one_slug\");")]
    [InlineData(
        "add_foreign_key --table posts --column user_id --references users", "001_add_user_id_foreign_key_to_posts_table.cs", "class AddUserIdForeignKeyToPostsTable",
        "table.Foreign(\"user_id\").References(\"id\").On(\"users\");", "table.DropForeign(\"posts_user_id_foreign\");")]
    [InlineData(
        "add_foreign_key --table posts --column user --references people(number) --name owner", "001_add_user_foreign_key_to_posts_table.cs", "class",
        "table.Foreign(\"user\").Name(\"owner\").References(\"number\").On(\"people\");", "table.DropForeign(\"owner\");")]
    [Trait("Parity", "E2")]
    public async Task A_template_fills_in_a_class(string line, string file, params string[] content)
    {
        (await project.RunAsync("template " + line)).Succeeded().Says($"Created database/migrations/{file}");

        Assert.All(content, part => Assert.Contains(part, Content(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sqlite:x.db", "add_table --table posts --columns title:string(200),price:decimal(10,2),note:text?",
        "\"title\" TEXT NOT NULL,\n    \"price\" NUMERIC NOT NULL,\n    \"note\" TEXT,\n    created_at", "DROP TABLE \"posts\";")]
    [InlineData("mysql://u@h/d", "add_table --table posts --columns title:string(200),price:decimal(10,2)",
        "`title` VARCHAR(200) NOT NULL,\n    `price` DECIMAL(10, 2) NOT NULL,\n    created_at", "DROP TABLE `posts`;")]
    [InlineData("postgresql://u@h/d", "add_column --table app.posts --columns email:citext,at:timestamp",
        "ALTER TABLE \"app\".\"posts\" ADD COLUMN \"email\" citext;\nALTER TABLE \"app\".\"posts\" ADD COLUMN \"at\" TIMESTAMP;",
        "ALTER TABLE \"app\".\"posts\" DROP COLUMN \"at\";\nALTER TABLE \"app\".\"posts\" DROP COLUMN \"email\";")]
    [InlineData("postgresql://u@h/d", "add_index --table app.posts --columns a,b --unique",
        "CREATE UNIQUE INDEX \"posts_a_b_unique\" ON \"app\".\"posts\" (\"a\", \"b\");", "DROP INDEX \"app\".\"posts_a_b_unique\";")]
    [InlineData("mariadb://u@h/d", "add_index --table posts --column a", "CREATE INDEX `posts_a_index` ON `posts` (`a`);", "DROP INDEX `posts_a_index` ON `posts`;")]
    [InlineData("postgresql://u@h/d", "add_foreign_key --table posts --column user_id --references users",
        "ALTER TABLE \"posts\" ADD CONSTRAINT \"posts_user_id_foreign\"\n    FOREIGN KEY (\"user_id\") REFERENCES \"users\" (\"id\");",
        "ALTER TABLE \"posts\" DROP CONSTRAINT \"posts_user_id_foreign\";")]
    [InlineData("mysql://u@h/d", "add_foreign_key --table posts --column user_id --references users", "REFERENCES `users` (`id`);",
        "ALTER TABLE `posts` DROP FOREIGN KEY `posts_user_id_foreign`;")]
    [Trait("Parity", "E2")]
    public async Task A_template_fills_in_the_sql_of_the_database(string url, string line, string up, string down)
    {
        (await project.RunAsync($"template {line} --format sql --url {url}")).Succeeded();

        var sections = Content(Assert.Single(project.MigrationFiles())).Split("-- DOWN\n");
        Assert.Contains(up, sections[0], StringComparison.Ordinal);
        Assert.Contains(down, sections[1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Parity", "E2")]
    public async Task What_the_sql_templates_write_can_be_applied_and_undone_as_it_is()
    {
        foreach (var line in (string[])["add_table --table posts --column title", "add_column --table posts --columns a:integer,b:boolean", "add_index --table posts --columns a,b"])
            (await project.RunAsync($"template {line} --format sql")).Succeeded();

        (await project.RunAsync("migrate")).Succeeded().Says("Applied 3 migrations");
        (await project.RunAsync("rollback")).Succeeded().Says("Rolled back 3 migrations");
    }

    [Fact]
    public async Task What_a_database_cannot_do_is_said_with_the_alternative() =>
        (await project.RunAsync("template add_foreign_key --table posts --column user_id --references users --format sql"))
            .Failed("not-supported", ExitCode.Failed, "SQLite", "--format csharp");

    [Theory]
    [InlineData("template", "TEMPLATE")]
    [InlineData("template add_colunm", "add_column?")]
    [InlineData("template nonsense", "add_table, add_column, add_index, add_foreign_key")]
    [InlineData("template add_column --column a", "--table")]
    [InlineData("template add_column --table posts", "--column")]
    [InlineData("template add_column --table posts --column :text", "NAME:TYPE")]
    [InlineData("template add_column --table posts --column a:strign", "string?")]
    [InlineData("template add_column --table posts --column a --unique", "does not take --unique")]
    [InlineData("template add_index --table posts", "--column")]
    [InlineData("template add_index --table posts --column a --type text", "does not take --type")]
    [InlineData("template add_foreign_key --table posts --column a", "--references")]
    [InlineData("template add_foreign_key --table posts --columns a,b --references c", "--column")]
    public async Task What_is_missing_or_makes_no_sense_is_said_and_nothing_is_written(string line, string words)
    {
        (await project.RunAsync(line)).Failed("usage", ExitCode.Usage, words);

        Assert.Empty(project.MigrationFiles());
    }

    private string Content(string file) => File.ReadAllText(Path.Join(project.Root, "database/migrations", file));
}
