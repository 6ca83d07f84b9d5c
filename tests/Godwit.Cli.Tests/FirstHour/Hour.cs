using static Godwit.Cli.Tests.FirstHour.Step;

namespace Godwit.Cli.Tests.FirstHour;

/// <summary>What a new user does in the first hour, from an empty directory.</summary>
internal static class Hour
{
    private const string Posts = "database/migrations/*_create_posts_table.cs";
    private const string Comments = "database/migrations/*_create_comments_table.sql";

    /// <summary>All of it.</summary>
    /// <param name="url">How it is reached; null where it is a file.</param>
    internal static IEnumerable<Step> On(string? url) =>
        [.. Beginning(url), .. Mistake(), .. BackAndForth(), .. Looking(), .. Production()];

    private static IEnumerable<Step> Beginning(string? url)
    {
        yield return new Thinks("An empty directory, and the command.");
        var kind = url?.Split(':')[0];
        yield return new Types("godwit init") { Only = Medium.Terminal, Answers = [("[sqlite] ", kind ?? ""), ("[csharp] ", "")] };
        yield return new Types(kind is null ? "godwit init" : $"godwit init --database {kind}") { Only = Medium.Pipe };
        if (url is not null) yield return new Writes(".env", $"DATABASE_URL={url}\n");
        yield return new Types("godwit status");
        yield return new Thinks("The first migration, in C#.");
        yield return new Types("godwit make:migration create_posts_table");
        yield return new Writes(Posts,
            """
            using Godwit;

            [Migration]
            public sealed class CreatePostsTable : Migration
            {
                public override void Up(SchemaBuilder schema) => schema.Create("posts", table =>
                {
                    table.Id();
                    table.String("title", 200).Index();
                    table.Timestamps();
                });
            }

            """);
        yield return new Thinks("The second one, in SQL.");
        yield return new Types("godwit make:migration add_slug_to_posts --format sql");
        yield return new Reads("database/migrations/*_add_slug_to_posts.sql");
        yield return new Types("godwit status");
        yield return new Types("godwit show create_posts_table");
        yield return new Types("godwit migrate");
        yield return new Types("godwit status");
    }

    private static IEnumerable<Step> Mistake()
    {
        yield return new Thinks("A mistake in the middle: an index without parentheses.");
        yield return new Types("godwit make:migration create_comments_table --format sql") { IsPictured = true };
        yield return new Writes(Comments, Text("CREATE INDEX comments_post_id ON comments post_id;"));
        yield return new Types("godwit migrate", Code: 1) { IsPictured = true };
        yield return new Types("godwit status");
        yield return new Types("godwit explain statement-failed");
        yield return new Thinks("It is mended.");
        yield return new Writes(Comments, Text("CREATE INDEX comments_post_id ON comments (post_id);"));
        yield return new Types("godwit migrate") { IsPictured = true };
        yield return new Types("godwit status") { IsPictured = true };

        static string Text(string index) =>
            $"""
            -- UP
            CREATE TABLE comments (
                id INTEGER PRIMARY KEY,
                post_id BIGINT NOT NULL,
                body VARCHAR(500) NOT NULL
            );
            {index}
            INSERT INTO comments (id, post_id, body) VALUES (1, 1, 'First');

            -- DOWN
            DROP TABLE comments;

            """;
    }

    private static IEnumerable<Step> BackAndForth()
    {
        yield return new Thinks("Back, and forward again; then everything anew, with rows.");
        yield return new Types("godwit rollback");
        yield return new Types("godwit migrate");
        yield return new Writes("database/seeders/posts.csv", "title,slug\nThe first,the-first\nThe second,\n");
        yield return new Types("godwit fresh --seed") { Answers = [("[y/N] ", "y")], CodeInPipe = 4 };
        yield return new Types("godwit fresh --seed --force") { Only = Medium.Pipe };
    }

    private static IEnumerable<Step> Looking()
    {
        yield return new Thinks("What is there now?");
        yield return new Types("godwit db:inspect");
        yield return new Types("godwit db:inspect --table posts --show-data");
        yield return new Types("godwit check");
        yield return new Types("godwit doctor");
    }

    private static IEnumerable<Step> Production()
    {
        yield return new Thinks("Production is careful.");
        yield return new Types("godwit make:migration drop_slug_from_posts --format sql");
        yield return new Writes("database/migrations/*_drop_slug_from_posts.sql", "-- UP\nALTER TABLE posts DROP COLUMN slug;\n\n-- DOWN\nALTER TABLE posts ADD COLUMN slug VARCHAR(255);\n");
        yield return new Types("godwit migrate --env production", Code: 4);
        yield return new Types("godwit explain DL02");
        yield return new Types("godwit fresh --env production", Code: 4);
        yield return new Types("godwit rollback --env production", Code: 4) { Answers = [("to continue: ", "yes")] };
        yield return new Thinks("A slip of the finger.");
        yield return new Types("godwit statsu", Code: 2);
    }
}
