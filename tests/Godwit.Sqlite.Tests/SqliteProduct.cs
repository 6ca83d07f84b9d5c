using System.Data.Common;
using Godwit.Dialects;
using Godwit.Specification;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite.Tests;

public sealed class SqliteProduct : Product
{
    public override Dialect Dialect => SqliteDialect.Instance;

    public override string CatalogQuery =>
        """
        SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'
        UNION ALL
        SELECT 'definition ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
        ORDER BY 1
        """;

    public override string LongStatement =>
        "CREATE TABLE counted AS WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 1000000000) SELECT max(n) FROM count";

    public override string OneOfEach =>
        """
        CREATE TABLE authors (id integer PRIMARY KEY AUTOINCREMENT, best_book integer REFERENCES books (id));
        CREATE TABLE books (id integer PRIMARY KEY, author integer NOT NULL REFERENCES authors (id), title text);
        INSERT INTO authors (id) VALUES (1);
        INSERT INTO books VALUES (1, 1, 'One');
        UPDATE authors SET best_book = 1;
        CREATE UNIQUE INDEX books_title ON books (title) WHERE title IS NOT NULL;
        CREATE VIEW titles AS SELECT title FROM books;
        CREATE VIEW short_titles AS SELECT title FROM titles WHERE length(title) < 5;
        CREATE TRIGGER books_insert AFTER INSERT ON books WHEN NEW.title IS NULL
        BEGIN
            UPDATE books SET title = CASE NEW.id WHEN 1 THEN 'first' ELSE 'other' END WHERE id = NEW.id;
        END;
        CREATE TRIGGER titles_insert INSTEAD OF INSERT ON titles BEGIN INSERT INTO books (author, title) VALUES (1, NEW.title); END;
        CREATE VIRTUAL TABLE words USING fts5(word);
        CREATE TABLE strict_ones (id integer PRIMARY KEY, twice integer GENERATED ALWAYS AS (id * 2)) WITHOUT ROWID;
        """;

    public override string LengthInCharacters => "length";

    public override Task<FreshDatabase> CreateDatabaseAsync() => Task.FromResult<FreshDatabase>(new InDirectory());

    private sealed class InDirectory : FreshDatabase
    {
        private readonly string directory = Directory.CreateTempSubdirectory("godwit-sqlite-").FullName;

        private string File => Path.Join(directory, "database.sqlite");

        public override Database Handle() => new SqliteDatabase(File);

        public override string ConnectionString => $"Data Source={File};Pooling=false";

        public override DbConnection Connect() => new SqliteConnection(ConnectionString);

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(directory, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
