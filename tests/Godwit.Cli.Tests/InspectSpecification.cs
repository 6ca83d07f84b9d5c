using System.Text.Json;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class InspectOnSqliteTest() : InspectSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class InspectOnPostgreSqlTest() : InspectSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class InspectOnMariaDbTest() : InspectSpecification(Server.MariaDb);

/// <summary>What db:inspect and db:schema show of a small database.</summary>
public abstract class InspectSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseFact]
    [Trait("Parity", "A8")]
    public async Task Tables_are_listed_with_their_columns_rows_and_sizes()
    {
        await ShopAsync();

        var lines = (await Project.RunAsync("db:inspect")).Succeeded().Out.Split('\n');

        Assert.Matches("^table +columns +rows +size$", lines[0]);
        Assert.Matches("^authors +3 +2 +[0-9.]+ KiB$", lines[1]);
        Assert.Matches("^books +4 +0 +[0-9.]+ KiB$", lines[2]);
        Assert.Matches("^2 tables, 1 view", lines[4]);
    }

    [DatabaseFact]
    [Trait("Parity", "A8")]
    public async Task Godwits_own_tables_are_shown_when_they_are_asked_for()
    {
        await ShopAsync();

        (await Project.RunAsync("db:inspect --all")).Succeeded().Says("migrations ", "migrations_lock", "migrations_journal", "5 tables");
    }

    [DatabaseFact]
    [Trait("Parity", "A8")]
    public async Task A_table_is_shown_with_all_that_belongs_to_it()
    {
        await ShopAsync();

        var books = (await Project.RunAsync("db:inspect --table books")).Succeeded();

        books.Says("books", "column", "title varchar(200), not null", "primary key", "foreign key", "(author_id) → authors (id), on delete cascade", "index", "books_title (title DESC)", "check", "trigger", "books_stamp before insert");
        (await Project.RunAsync("db:inspect --table AUTHORS")).Succeeded().Says("referred to by books author_id", "unique");
    }

    [DatabaseFact]
    [Trait("Parity", "A8")]
    public async Task Rows_are_shown_with_long_values_shortened_and_NULL_told_from_nothing()
    {
        await ShopAsync();

        var lines = (await Project.RunAsync("db:inspect --table authors --show-data")).Succeeded().Out.TrimEnd().Split('\n');

        Assert.Matches("^id +name +bio$", lines[^3]);
        Assert.Matches("^ 1 +Ann +NULL$", lines[^2]);
        Assert.Matches("^ 2 +Bob +x{39}…$", lines[^1]);
        var json = (await Project.RunAsync("db:inspect --table authors --show-data --rows 1 --json")).Succeeded().Json;
        Assert.Equal("Ann", Assert.Single(json.GetProperty("data").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(2, json.GetProperty("rows").GetInt64());
    }

    [DatabaseFact]
    [Trait("Parity", "A9")]
    public async Task The_schema_is_a_tree_a_document_and_two_kinds_of_diagram()
    {
        await ShopAsync();

        (await Project.RunAsync("db:schema")).Succeeded().Says("├─ table authors", "│ ├─ id ", "view titles", "└─ ");
        var tables = (await Project.RunAsync("db:schema --json")).Succeeded().Json.GetProperty("tables");
        Assert.Equal(["authors", "books"], tables.EnumerateArray().Select(table => table.GetProperty("name").GetString()));
        var written = JsonDocument.Parse((await Project.RunAsync("db:schema --output json")).Succeeded().Out).RootElement;
        Assert.Equal(tables.ToString(), written.GetProperty("tables").ToString());
        (await Project.RunAsync("db:schema --output mermaid")).Succeeded().Says("erDiagram", "books {", "title", "authors ||--o{ books : \"author_id\"");
        (await Project.RunAsync("db:schema --output dbml")).Succeeded().Says("Table books {", "books.author_id > authors.id [delete: cascade]");
    }

    [DatabaseFact]
    public async Task What_is_not_there_or_makes_no_sense_is_an_error_with_a_way_out()
    {
        await ShopAsync();

        (await Project.RunAsync("db:inspect --table boks")).Failed("unknown-object", ExitCode.Failed, "There is no table or view boks.", "Did you mean books?");
        (await Project.RunAsync("db:inspect --show-data")).Failed("usage", ExitCode.Usage, "--table NAME --show-data");
        (await Project.RunAsync("db:inspect --table books --rows 0")).Failed("usage", ExitCode.Usage, "Write a number from 1.");
        (await Project.RunAsync("db:schema --output xml")).Failed("usage", ExitCode.Usage, "tree, sql, json, mermaid, dbml");
        (await Project.RunAsync("db:schema --file missing/schema.txt")).Failed("file-access", ExitCode.Failed, "make its directory");
    }

    private async Task ShopAsync()
    {
        var trigger = Server switch
        {
            Server.Sqlite => "CREATE TRIGGER books_stamp BEFORE INSERT ON books BEGIN SELECT 1; END;",
            Server.PostgreSql => "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER books_stamp BEFORE INSERT ON books FOR EACH ROW EXECUTE FUNCTION stamp();",
            _ => "CREATE TRIGGER books_stamp BEFORE INSERT ON books FOR EACH ROW SET NEW.pages = 1;",
        };
        Project.Migration("001_shop.sql",
            $"""
            CREATE TABLE authors (id int PRIMARY KEY, name varchar(100) NOT NULL UNIQUE, bio varchar(1000));
            CREATE TABLE books (id int PRIMARY KEY, author_id int NOT NULL, title varchar(200) NOT NULL, pages int CHECK (pages > 0),
                CONSTRAINT books_author FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE);
            CREATE INDEX books_title ON books (title DESC);
            CREATE VIEW titles AS SELECT title FROM books;
            {trigger}
            INSERT INTO authors (id, name, bio) VALUES (1, 'Ann', NULL), (2, 'Bob', '{new string('x', 200)}');
            """);
        (await Project.RunAsync("migrate")).Succeeded();
        if (Server is not Server.Sqlite) await ExecuteAsync(Server is Server.PostgreSql ? "ANALYZE" : "ANALYZE TABLE authors, books");
    }
}
