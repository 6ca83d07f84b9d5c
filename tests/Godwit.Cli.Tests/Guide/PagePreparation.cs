using System.Diagnostics;
using Godwit.Cli.Tests.Running;
using Godwit.Sqlite;
using Xunit;

namespace Godwit.Cli.Tests.Guide;

/// <summary>What a page takes for granted where it says what to type: files, and what is in the database.</summary>
internal static class PagePreparation
{
    private const string Posts = "CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT NOT NULL)";

    // The history that each of these tools would have left.
    private static readonly Dictionary<string, string> Histories = new()
    {
        ["docs/coming-from-alembic.md"] = "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL); INSERT INTO alembic_version VALUES ('ae1027a6acf1')",
        ["docs/coming-from-dbup.md"] = "CREATE TABLE SchemaVersions (schemaversionid integer PRIMARY KEY, scriptname varchar(255), applied timestamp NULL); INSERT INTO SchemaVersions VALUES (1, 'Shop.Scripts.0001_posts.sql', NULL)",
        ["docs/coming-from-ef-core.md"] = "CREATE TABLE __EFMigrationsHistory (MigrationId varchar(150) PRIMARY KEY, ProductVersion varchar(32)); INSERT INTO __EFMigrationsHistory VALUES ('20240101000000_Init', '9.0')",
        ["docs/coming-from-fluentmigrator.md"] = "CREATE TABLE VersionInfo (Version bigint NOT NULL, AppliedOn timestamp NULL, Description varchar(1024)); INSERT INTO VersionInfo VALUES (20240101000000, NULL, 'Posts')",
        ["docs/coming-from-flyway.md"] =
            "CREATE TABLE flyway_schema_history (installed_rank integer NOT NULL PRIMARY KEY, version varchar(50), description varchar(200), type varchar(20), script varchar(1000), checksum integer, "
            + "installed_by varchar(100), installed_on timestamp NULL, execution_time integer, success boolean NOT NULL); INSERT INTO flyway_schema_history VALUES (1, '1', 'd', 'SQL', 'V1__posts.sql', 1, 'u', NULL, 1, true)",
        ["docs/coming-from-laravel.md"] = "CREATE TABLE migrations (id integer PRIMARY KEY AUTOINCREMENT, migration varchar(255) NOT NULL, batch integer NOT NULL); INSERT INTO migrations (migration, batch) VALUES ('2024_01_01_000000_create_posts_table', 1)",
    };

    /// <summary>The project in which all command lines of a page run: empty for those who begin.</summary>
    internal static Project Project(string page)
    {
        if (page is "docs/offline-scripts.md" or "docs/pipelines.md" or "docs/revisions-and-teams.md" or "docs/seeding.md" or "docs/models-and-autogenerate.md" or "docs/testing-migrations.md" or "docs/looking.md")
            return new Project();
        return Running.Project.Empty(Directory.CreateTempSubdirectory("godwit-page-").FullName);
    }

    /// <summary>Before the first line of a block.</summary>
    internal static async Task BlockAsync(Project project, string page, int block)
    {
        switch (page, block)
        {
            case (_, 1) when Histories.TryGetValue(page, out var history):
                await ExecuteAsync(project, $"{Posts}; {history}");
                project.Write("Scripts/0001_posts.sql", Posts + ";\n");
                project.Write("sql/V1__posts.sql", Posts + ";\n");
                break;
            case ("docs/adopt-and-squash.md", 1):
                await ExecuteAsync(project, Posts);
                break;
            case ("docs/adopt-and-squash.md", 2):
                project.TableMigration("2027_01_01_000000_users.sql", "users");
                break;
            case ("docs/offline-scripts.md", 1):
            case ("docs/looking.md", 1):
                Tables(project, "001_users", "002_posts", "003_tags", "004_notes");
                await project.RunAsync("migrate");
                break;
            case ("docs/pipelines.md", 1):
                project.Migration("001_posts.sql", "-- UP\nCREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT);\n-- DOWN\nDROP TABLE posts;\n");
                await GitAsync(project);
                break;
            case ("docs/pipelines.md", 2):
                project.Migration("002_tags.sql", "-- UP\nCREATE TABLE tags (id INTEGER PRIMARY KEY);\n-- DOWN\nDROP TABLE tags;\n");
                break;
            case ("docs/revisions-and-teams.md", 1):
                await BranchesAsync(project);
                break;
            case ("docs/revisions-and-teams.md", 5):
                project.TableMigration("2026_02_15_143022_create_posts.sql", "posts");
                break;
            case ("docs/testing-migrations.md", 1):
                project.Migration("001_create_posts.sql", "CREATE TABLE posts (id integer PRIMARY KEY, slug text);\n-- DOWN\nDROP TABLE posts;\n");
                project.Migration("002_add_slug.sql", "CREATE INDEX IF NOT EXISTS posts_slug ON posts (slug);\n-- DOWN\n");
                project.Migration("003_insert_states.sql", "INSERT INTO posts (slug) VALUES ('draft');\n");
                break;
        }
    }

    /// <summary>Before a line of a block.</summary>
    internal static async Task LineAsync(Project project, string page, int block, int line)
    {
        switch (page, block)
        {
            case ("docs/revisions-and-teams.md", 3):
                await UnorderedAsync(project);
                break;
            case ("docs/models-and-autogenerate.md", 1):
                project.Write("models/Post.cs", "public class Post { public long Id { get; set; } public string Title { get; set; } = \"\"; }");
                break;
            case ("docs/models-and-autogenerate.md", 2):
                await RenamedAsync(project, line);
                break;
            case ("docs/models-and-autogenerate.md", 3) when line == 1:
                project.Write("godwit.json", """{ "connection": "main", "connections": { "main": "sqlite:database/database.sqlite", "staging": "sqlite:database/staging.sqlite" } }""");
                project.Write("schema.sql", "CREATE TABLE notes (id INTEGER PRIMARY KEY);\n");
                (await project.RunAsync("migrate --connection staging")).Succeeded();
                break;
        }
    }

    private static async Task ExecuteAsync(Project project, string sql)
    {
        await using var database = new SqliteDatabase(project.SqliteFile);
        Directory.CreateDirectory(Path.GetDirectoryName(project.SqliteFile)!);
        await database.CreateAsync(CancellationToken.None);
        await using var session = await database.OpenAsync(CancellationToken.None);
        foreach (var statement in sql.Split("; ")) await session.QueryAsync(statement, _ => { }, CancellationToken.None);
    }

    private static void Tables(Project project, params string[] ids)
    {
        foreach (var id in ids) project.TableMigration(id + ".sql", id[4..]);
    }

    // 002_b and 003_c grow from 001_a.
    private static async Task BranchesAsync(Project project)
    {
        Tables(project, "001_a", "002_b");
        (await project.RunAsync("migrate")).Succeeded();
        project.Migration("003_c.sql", "-- parent: 001_a\nCREATE TABLE c (id int);\n-- DOWN\nDROP TABLE c;\n");
        project.Migration("004_merge_b_and_c.sql", "-- parent: 002_b, 003_c\n-- UP\n-- DOWN\n");
    }

    // 003_add_slug came after 004_d was applied; main has everything else.
    private static async Task UnorderedAsync(Project project)
    {
        Clear(project);
        Tables(project, "001_a", "004_d");
        (await project.RunAsync("migrate")).Succeeded();
        await GitAsync(project);
        project.TableMigration("003_add_slug.sql", "slugs");
    }

    private static async Task RenamedAsync(Project project, int line)
    {
        Clear(project);
        Directory.Delete(Path.Join(project.Root, "models"), recursive: true);
        project.Migration("001_posts.sql", "CREATE TABLE posts (id integer NOT NULL PRIMARY KEY, title text NOT NULL);\n-- DOWN\nDROP TABLE posts;\n");
        (await project.RunAsync("migrate")).Succeeded();
        project.Write("models/Post.cs", line == 1
            ? "public class Post { public long Id { get; set; } public string Headline { get; set; } = \"\"; }"
            : "public class Article { public long Id { get; set; } public string Title { get; set; } = \"\"; }");
    }

    private static void Clear(Project project)
    {
        foreach (var file in project.MigrationFiles()) project.Delete(file);
        File.Delete(project.SqliteFile);
    }

    private static async Task GitAsync(Project project)
    {
        foreach (var line in (string[])["init --quiet --initial-branch=main", "add .", "-c user.name=t -c user.email=t@example.org commit --quiet --allow-empty -m all", "update-ref refs/remotes/origin/main HEAD"])
        {
            using var git = Process.Start(new ProcessStartInfo("git", line) { WorkingDirectory = project.Root })!;
            await git.WaitForExitAsync();
            Assert.Equal(0, git.ExitCode);
        }
    }
}
