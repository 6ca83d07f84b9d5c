using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>A line for each thing that has to be right, and the way out where one is not.</summary>
public abstract class DoctorSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseFact]
    public async Task A_healthy_project_has_a_good_word_for_everything()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();

        var answer = (await Project.RunAsync("doctor")).Succeeded();

        string[] subjects = ["godwit", "settings", "environment", "migrations", "compiler", "connection", "models", "database", "rights", "history", "lock"];
        Assert.Equal(subjects.Select(subject => $"ok    {subject}"), answer.Out.TrimEnd('\n').Split('\n').Where(line => line[0] != ' ').Select(line => line[..20].TrimEnd()));
        Assert.Contains("1 applied, 0 pending", answer.Out, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_migration_that_stopped_half_way_is_found()
    {
        Project.Migration("001_a.sql", "-- transaction: off\nCREATE TABLE a (id integer);\nSELEC 1;\n");
        (await Project.RunAsync("migrate")).Ended(ExitCode.Failed);

        var answer = (await Project.RunAsync("doctor")).Ended(ExitCode.Difference);

        Assert.Contains("0 applied, 0 pending; 001_a stopped half-way", answer.Words, StringComparison.Ordinal);
    }
}

public sealed class DoctorOnSqliteTest() : DoctorSpecification(Server.Sqlite)
{
    [Fact]
    public async Task Before_the_first_run_nothing_is_wrong_and_nothing_is_made()
    {
        var answer = (await Project.RunAsync("doctor")).Succeeded();

        Assert.Contains("godwit migrate creates it.", answer.Words, StringComparison.Ordinal);
        Assert.False(File.Exists(Project.SqliteFile));
    }

    [Fact]
    public async Task Models_are_counted_and_what_is_none_is_told()
    {
        Project.Write("models/Notes.cs", "public class Notes { public string Text { get; set; } = \"\"; }");
        (await Project.RunAsync("doctor")).Succeeded().Says("look models no class in models is a table", "[Table]");

        Project.Write("models/Post.cs", "public class Post { public long Id { get; set; } }");
        (await Project.RunAsync("doctor")).Succeeded().Says("ok models 1 table in models");

        Project.Write("models/Post.cs", "public class Post { public lung Id { get; set; } }");
        (await Project.RunAsync("doctor")).Ended(ExitCode.Difference).Says("bad models models/Post.cs:1:28", "lung");
    }

    [Fact]
    public async Task Broken_settings_are_shown_with_their_place()
    {
        Project.Write("godwit.json", "{\n  \"tabel\": \"x\"\n}");

        var answer = (await Project.RunAsync("doctor")).Ended(ExitCode.Difference);

        Assert.Contains("godwit.json:2:", answer.Words, StringComparison.Ordinal);
        Assert.Contains("bad settings", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_shown_and_the_rest_is_looked_at()
    {
        Project.Migration("notes.sql", "SELECT 1;");

        var answer = (await Project.RunAsync("doctor")).Ended(ExitCode.Difference);

        Assert.Contains("bad migrations", answer.Words, StringComparison.Ordinal);
        Assert.Contains("ok connection", answer.Words, StringComparison.Ordinal);
    }
}

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class DoctorOnPostgreSqlTest() : DoctorSpecification(Server.PostgreSql)
{
    [DatabaseFact]
    public async Task A_missing_right_is_named_with_the_way_out()
    {
        Project.Set("DATABASE_URL", Project.Variables["DATABASE_URL"] + (Project.Variables["DATABASE_URL"].Contains('?') ? "&" : "?") + "search_path=nowhere");

        var answer = (await Project.RunAsync("doctor")).Ended(ExitCode.Difference);

        Assert.Contains("bad rights", answer.Words, StringComparison.Ordinal);
        Assert.Contains("USAGE on a schema of search_path (nowhere)", answer.Words, StringComparison.Ordinal);
    }
}

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class DoctorOnMariaDbTest() : DoctorSpecification(Server.MariaDb);
