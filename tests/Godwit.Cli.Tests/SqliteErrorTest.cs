using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What goes wrong with a database that is a file.</summary>
public sealed class SqliteErrorTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    public async Task A_file_in_a_missing_directory_is_not_created()
    {
        Project.TableMigration("001_a.sql", "a");

        (await Project.RunAsync("migrate --url sqlite:nowhere/x.sqlite"))
            .Failed("database-missing", ExitCode.Failed, "The directory of the database file does not exist", "mkdir -p");

        Assert.False(Directory.Exists(Path.Join(Project.Root, "nowhere")));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("status")]
    [InlineData("rollback")]
    public async Task A_file_that_is_no_database_is_left_as_it_is(string verb)
    {
        Project.TableMigration("001_a.sql", "a");
        var content = string.Concat(Enumerable.Repeat("This is a letter to my aunt. ", 50));
        Project.Write("database/database.sqlite", content);

        (await Project.RunAsync(verb)).Failed("not-a-database", ExitCode.Failed, "Name another file");

        Assert.Equal(content, await File.ReadAllTextAsync(Project.SqliteFile));
    }

    [Theory]
    [InlineData("IMMEDIATE", "migrate")]
    [InlineData("EXCLUSIVE", "migrate")]
    [InlineData("EXCLUSIVE", "status")]
    [Trait("Parity", "A17")]
    public async Task A_file_that_another_program_has_locked_is_given_up_in_time(string mode, string verb)
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("002_b.sql", "b");
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Project.SqliteFile};Pooling=false");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = $"BEGIN {mode}";
        await command.ExecuteNonQueryAsync();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        (await Project.RunAsync(verb + " --lock-timeout 500ms")).Failed("locked", ExitCode.Locked, "locked by another program", "--lock-timeout 5m", "Nothing was changed");

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync();
        Assert.Equal(["001_a 1"], await HistoryAsync());
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_said_to_be_so()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        Project.TableMigration("002_b.sql", "b");
        Project.Write("godwit.json", $$"""{ "connections": { "main": { "driver": "sqlite", "connectionString": "Data Source={{Project.SqliteFile}};Mode=ReadOnly" } } }""");

        (await Project.RunAsync("migrate")).Failed("read-only", ExitCode.Failed, "cannot be written", "Check the rights");
        (await Project.RunAsync("status")).Succeeded().Says("1 applied, 1 pending");

        Assert.Equal(["a"], await TablesAsync());
    }

    [Theory]
    [InlineData(".read other.sql", "client-command", ".read is a command of the sqlite3 program")]
    [InlineData("\\i other.sql", "client-command", "\\i is a command of psql")]
    [InlineData("DELIMITER //", "client-command", "DELIMITER is a command of the mysql client")]
    [InlineData("COPY a FROM STDIN;", "statement-failed", "near \"COPY\": syntax error")]
    public async Task What_only_client_programs_understand_is_refused_with_its_place(string line, string code, string words)
    {
        Project.Migration("001_x.sql", $"CREATE TABLE a (id int);\n{line}\n");

        (await Project.RunAsync("migrate")).Failed(code, ExitCode.Failed, "001_x.sql:2:1", words);

        Assert.Equal(code == "client-command" ? ["no file"] : [], await StateAsync());
    }

    [Fact]
    public async Task A_full_disk_leaves_the_database_as_it_was()
    {
        Project.TableMigration("001_a.sql", "a");
        (await Project.RunAsync("migrate")).Succeeded();
        // the limit is the connection's own, so the migration sets it: no file may grow beyond what it has now
        Project.Migration("002_big.sql", "PRAGMA max_page_count = 1;\nCREATE TABLE b AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT i FROM n;");

        (await Project.RunAsync("migrate")).Failed("disk-full", ExitCode.Failed, "No space is left", "statement 2 of 2", "Free some space, then run it again.");

        Assert.Equal(["a"], await TablesAsync());
        Assert.Equal(["001_a 1"], await HistoryAsync());
    }

    [Fact]
    [Trait("Parity", "A1")]
    public async Task Status_of_a_file_that_is_not_there_says_so_and_makes_none()
    {
        Project.TableMigration("001_a.sql", "a");

        var outcome = (await Project.RunAsync("status")).Succeeded();

        Assert.StartsWith("There is no history table yet", outcome.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Project.SqliteFile));
    }
}
