using System.Text.Json;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What <c>lint</c> shows, in each form, and which migrations it looks at.</summary>
public sealed class LintTest() : DatabaseSpecification(Server.Sqlite)
{
    private const string Index = "CREATE INDEX posts_title ON posts (title);";

    [Fact]
    public async Task A_finding_has_its_place_its_reason_and_the_corrected_code()
    {
        Project.Migration("001_posts.sql", "CREATE TABLE posts (id bigint, title text);");
        Project.Migration("002_index.sql", "-- why\n  " + Index);

        var outcome = (await Project.RunAsync("lint --all --dialect postgresql")).Ended(ExitCode.Difference);

        Assert.Equal(
            """
            error PG01
              database/migrations/002_index.sql:2:3
              Writers of posts wait until posts_title is built.
              Nobody can write to the table until the whole index is built.
              CONCURRENTLY builds it beside the writers. Godwit runs it outside of the
              transaction, and clears away what a failed attempt leaves.
                  CREATE INDEX CONCURRENTLY posts_title ON posts (title);

            1 error.

            """, outcome.Out);
    }

    [Fact]
    public async Task Without_an_argument_what_is_pending_is_looked_at()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.Migration("002_b.sql", "DROP TABLE a;");

        Assert.Equal("DL01", (await Project.RunAsync("lint --json")).Ended(ExitCode.Difference).Json.GetProperty("findings")[0].GetProperty("rule").GetString());
        (await Project.RunAsync("lint 001")).Succeeded().Says("No safety rule finds anything.");
        (await Project.RunAsync("lint database/migrations/002_b.sql")).Ended(ExitCode.Difference).Says("DL01");
        (await Project.RunAsync("lint --allow dl01")).Succeeded().Says("1 allowed.");
        (await Project.RunAsync("lint --allow DL91")).Failed("usage", ExitCode.Usage, "there is no such rule");
        (await Project.RunAsync("lint nowhere")).Failed("unknown-revision");
    }

    [Fact]
    public async Task The_json_document_holds_everything()
    {
        Project.Migration("001_x.sql", "-- allow: DL02 nobody reads it\nALTER TABLE posts DROP COLUMN body;\nDROP TABLE posts;");

        var json = (await Project.RunAsync("lint --all --json")).Ended(ExitCode.Difference).Json;

        Assert.False(json.GetProperty("safe").GetBoolean());
        var (dropped, table) = (json.GetProperty("findings")[0], json.GetProperty("findings")[1]);
        Assert.Equal(("DL02", "error", "nobody reads it"), (Text(dropped, "rule"), Text(dropped, "severity"), Text(dropped, "allowed")));
        Assert.Equal(("DL01", "database/migrations/001_x.sql", 3), (Text(table, "rule"), Text(table, "file"), table.GetProperty("line").GetInt32()));
        Assert.StartsWith("-- allow: BC01 nothing uses posts any more\nALTER TABLE posts RENAME TO posts_unused;", Text(table, "correction"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, table.GetProperty("allowed").ValueKind);
        Assert.Equal(json.ToString(), JsonDocument.Parse((await Project.RunAsync("lint --all --output json")).Out).RootElement.ToString());
    }

    [Fact]
    public async Task Sarif_is_what_code_hosts_read()
    {
        Project.Migration("001_x.sql", "-- allow: DL02 nobody reads it\nALTER TABLE posts DROP COLUMN body;\nDROP TABLE posts;");

        var run = JsonDocument.Parse((await Project.RunAsync("lint --all --output sarif")).Ended(ExitCode.Difference).Out).RootElement.GetProperty("runs")[0];

        Assert.Equal("godwit", Text(run.GetProperty("tool").GetProperty("driver"), "name"));
        Assert.Equal(["DL02", "DL01"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => Text(rule, "id")));
        var (allowed, found) = (run.GetProperty("results")[0], run.GetProperty("results")[1]);
        Assert.Equal("nobody reads it", Text(allowed.GetProperty("suppressions")[0], "justification"));
        Assert.Equal("error", Text(found, "level"));
        var place = found.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("database/migrations/001_x.sql", Text(place.GetProperty("artifactLocation"), "uri"));
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.False(found.TryGetProperty("suppressions", out _));
    }

    [Fact]
    public async Task What_the_project_allows_needs_no_word_in_the_migration()
    {
        Project.Write("godwit.json", """{ "allow": { "DL01": "tables are caches here" } }""");
        Project.Migration("001_x.sql", "DROP TABLE posts;");

        (await Project.RunAsync("lint --all")).Succeeded().Says("Allowed: tables are caches here");
    }

    [Fact]
    public async Task A_migration_in_CSharp_is_judged_and_corrected_in_CSharp()
    {
        Project.Migration("001_index.cs", """
            using Godwit;

            [Migration]
            public sealed class Index : Migration
            {
                public override void Up(SchemaBuilder schema)
                {
                    schema.Table("posts", table => table.Index("title"));
                    schema.Drop("users");
                }
            }
            """);

        var outcome = (await Project.RunAsync("lint --all --dialect postgresql")).Ended(ExitCode.Difference);

        outcome.Says("PG01 database/migrations/001_index.cs:8:1", "schema.Table(\"posts\", table => table.Index(\"title\").Concurrently());", "DL01 database/migrations/001_index.cs:9:1");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
