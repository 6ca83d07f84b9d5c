using System.Text.Json;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>One document on standard output, whatever happens, and nothing else there.</summary>
public sealed class JsonTest : IDisposable
{
    private readonly Project project = new();

    /// <summary>The lines of the list below, each with its verb.</summary>
    internal static IEnumerable<(string Text, VerbEntry Entry)> Lines =>
        from data in typeof(JsonTest).GetMethod(nameof(Every_verb_has_its_document))!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
        let text = (string)((InlineDataAttribute)data).GetData(null!).Single()[0]
        select (text, VerbTable.Find(CommandWords.Split(text.Split(' ')))!.Value.Entry);

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("init", "created")]
    [InlineData("make:migration notes", "file")]
    [InlineData("template add_index --table a --column id", "file")]
    [InlineData("migrate", "completed")]
    [InlineData("migrate --pretend", "steps")]
    [InlineData("upgrade", "completed")]
    [InlineData("rollback", "completed")]
    [InlineData("rollback --pretend", "steps")]
    [InlineData("downgrade base", "completed")]
    [InlineData("reset", "completed")]
    [InlineData("refresh --force", "rolledBack")]
    [InlineData("fresh --force", "dropped")]
    [InlineData("install", "created")]
    [InlineData("status", "totals")]
    [InlineData("pending", "pending")]
    [InlineData("current", "current")]
    [InlineData("history", "history")]
    [InlineData("history --graph", "graph")]
    [InlineData("heads", "heads")]
    [InlineData("merge", "merged")]
    [InlineData("rebase", "moves")]
    [InlineData("validate", "valid")]
    [InlineData("stamp head", "recorded")]
    [InlineData("show 001", "up")]
    [InlineData("about", "historyTable")]
    [InlineData("doctor", "checks")]
    [InlineData("explain", "codes")]
    [InlineData("explain locked", "remedy")]
    [InlineData("completion bash", "script")]
    [InlineData("test", "reversible")]
    [InlineData("lint", "safe")]
    [InlineData("check", "comparisons")]
    [InlineData("schema:diff migrations migrations", "operations")]
    [InlineData("db:inspect", "tables")]
    [InlineData("db:schema", "tables")]
    [InlineData("db:diagram", "text")]
    [InlineData("db:seed", "seeded")]
    [InlineData("make:seeder users", "seeder")]
    [InlineData("make:factory user --model User", "factory")]
    [InlineData("make:model User", "files")]
    [InlineData("adopt --force --table other --dir empty", "adopted")]
    [InlineData("squash 002", "replaced")]
    [InlineData("db:wipe --force", "dropped")]
    [InlineData("unlock", "unlocked")]
    [InlineData("repair 001", "action")]
    public async Task Every_verb_has_its_document(string line, string member)
    {
        project.TableMigration("001_a.sql", "a");
        project.TableMigration("002_b.sql", "b");
        Directory.CreateDirectory(Path.Join(project.Root, "empty"));
        (await project.RunAsync("upgrade +1")).Succeeded();

        Assert.True((await project.RunAsync(line + " --json")).Answered().Json.TryGetProperty(member, out _));
    }

    [Fact]
    public void Every_verb_is_in_the_list_above() => Assert.Empty(VerbTable.All.Except(Lines.Select(line => line.Entry)));

    [Theory]
    [InlineData("migrate", "statement-failed", (int)ExitCode.Failed)]
    [InlineData("fresh --force", "statement-failed", (int)ExitCode.Failed)]
    [InlineData("fresh", "confirmation-needed", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("wipe", "confirmation-needed", (int)ExitCode.ConfirmationNeeded)]
    [InlineData("upgrade nowhere", "unknown-revision", (int)ExitCode.Failed)]
    [InlineData("status --url postgresql://app@127.0.0.1:9/shop", "server-unreachable", (int)ExitCode.Failed)]
    [InlineData("status --project nowhere", "file-access", (int)ExitCode.Failed)]
    [InlineData("status --connection nowhere", "invalid-connection", (int)ExitCode.Failed)]
    public async Task An_error_is_the_document(string line, string code, int exit)
    {
        project.Migration("001_a.sql", "SELECT 1;\n  SELEKT 2;");

        var outcome = (await project.RunAsync(line + " --json")).Ended((ExitCode)exit);

        Assert.Equal(code, outcome.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_error_in_a_file_has_its_place_state_and_remedy()
    {
        project.Migration("001_a.sql", "SELECT 1;\n  SELEKT 2;");

        var error = (await project.RunAsync("migrate --json")).Json.GetProperty("error");

        Assert.Equal("database/migrations/001_a.sql", error.GetProperty("file").GetString());
        Assert.Equal((2, 3), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.StartsWith("Nothing of 001_a is applied.", error.GetProperty("state").GetString(), StringComparison.Ordinal);
        Assert.Equal("Correct the statement, then run godwit migrate again.", error.GetProperty("remedy").GetString());
    }

    [Fact]
    public async Task Times_are_in_utc_and_what_is_not_known_is_left_out()
    {
        project.TableMigration("001_a.sql", "a");
        (await project.RunAsync("migrate")).Succeeded();
        project.TableMigration("002_b.sql", "b");

        var rows = (await project.RunAsync("status --json")).Json.GetProperty("migrations");

        Assert.InRange(rows[0].GetProperty("appliedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.EndsWith("Z", rows[0].GetProperty("appliedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, rows[0].GetProperty("durationMs").ValueKind);
        Assert.False(rows[1].TryGetProperty("appliedAt", out _));
    }
}
