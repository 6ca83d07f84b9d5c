using Godwit.Execution;
using Godwit.Specification;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Godwit.Sqlite.Tests;

/// <summary>What can be the matter with a database that is a file.</summary>
public sealed class FileTest : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("godwit-file-").FullName;

    private string File => Path.Join(directory, "database.sqlite");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task The_first_verb_that_writes_creates_the_file()
    {
        await using var migrator = Migrator(Script.Table("a"));

        await migrator.MigrateAsync();

        Assert.True(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Reading_verbs_do_not_create_it()
    {
        await using var migrator = Migrator(Script.Table("a"));

        var survey = await migrator.SurveyAsync();
        var plan = await migrator.PlanAsync(new Planning.Target.Head());
        await migrator.PreviewAsync(plan);
        await migrator.PendingAsync();
        await migrator.LockHolderAsync();
        await migrator.UnlockAsync();
        Assert.Equal(0, await migrator.WipeAsync());

        Assert.False(survey.History.Installed);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_run_with_nothing_to_do_does_not_create_it()
    {
        await using var migrator = Migrator(null);

        await migrator.MigrateAsync();

        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Its_directory_is_not_created_but_named()
    {
        await using var database = new SqliteDatabase(Path.Join(directory, "missing", "database.sqlite"));
        await using var migrator = Migrator(Script.Table("a"), database);

        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Equal(ErrorCode.DatabaseMissing, error.Code);
        Assert.Contains(Path.Join(directory, "missing"), error.Message, StringComparison.Ordinal);
        Assert.Contains("mkdir", error.Remedy, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Join(directory, "missing")));
    }

    [Theory]
    [InlineData("This is a text of more than a hundred bytes, so that the driver has a whole header to look at, and it is not one of SQLite's.")]
    [InlineData("short")]
    public async Task A_file_that_is_not_a_database_is_told_and_left_as_it_is(string content)
    {
        await System.IO.File.WriteAllTextAsync(File, content);
        await using var migrator = Migrator(Script.Table("a"));

        foreach (var verb in (Func<Task>[])[() => migrator.SurveyAsync(), () => migrator.MigrateAsync()])
        {
            var error = await Assert.ThrowsAsync<GodwitException>(verb);
            Assert.Equal(ErrorCode.NotADatabase, error.Code);
            Assert.NotNull(error.Remedy);
        }

        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_database()
    {
        await System.IO.File.WriteAllTextAsync(File, "");
        await using var migrator = Migrator(Script.Table("a"));

        Assert.Single((await migrator.MigrateAsync()).Completed);
    }

    [Fact]
    public async Task A_directory_in_its_place_is_told()
    {
        Directory.CreateDirectory(File);
        await using var migrator = Migrator(Script.Table("a"));

        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public async Task A_database_opened_for_reading_only_is_told()
    {
        await CreateAsync();
        await using var database = new SqliteDatabase($"Data Source={File};Mode=ReadOnly");
        await using var migrator = Migrator(Script.Table("a"), database);

        Assert.Single(await migrator.PendingAsync());
        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Equal(ErrorCode.ReadOnly, error.Code);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public async Task A_database_that_another_program_has_locked_is_waited_for()
    {
        await using var other = await LockAsync();
        var waits = 0;
        await using var migrator = Migrator(Script.Table("a"), listener: happened => Release(happened, other, ref waits));

        var result = await migrator.MigrateAsync();

        Assert.Single(result.Completed);
        Assert.True(waits > 0);
    }

    [Fact]
    public async Task A_run_gives_up_when_the_other_program_keeps_the_lock()
    {
        await using var other = await LockAsync();
        await using var migrator = Migrator(Script.Table("a"), patience: TimeSpan.FromSeconds(0.5));

        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Equal(ErrorCode.Locked, error.Code);
        Assert.Contains("database.sqlite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_writes_in_the_middle_of_a_run_is_waited_for_and_nothing_is_done_twice()
    {
        await CreateAsync();
        await using var other = new SqliteConnection($"Data Source={File};Pooling=false");
        await other.OpenAsync();
        var (locked, waits) = (false, 0);
        await using var migrator = Migrator("CREATE TABLE a (id integer PRIMARY KEY);\nINSERT INTO a VALUES (1);", listener: Interfere);
        await System.IO.File.WriteAllTextAsync(Path.Join(directory, "migrations", "2_b.sql"), "INSERT INTO a VALUES (2);");

        var result = await migrator.MigrateAsync();

        Assert.Equal(2, result.Completed.Length);
        Assert.True(waits > 0);

        void Interfere(ExecutionEvent happened)
        {
            if (happened is ExecutionEvent.StepCompleted && !locked)
            {
                Execute(other, "BEGIN IMMEDIATE");
                locked = true;
            }

            Release(happened, other, ref waits);
        }
    }

    [Fact]
    public async Task A_full_disk_leaves_nothing_of_the_migration_and_is_told()
    {
        await CreateAsync();
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync();
        await using var database = new SqliteDatabase(connection);
        await using var installer = Migrator(null, database);
        await installer.InstallAsync();
        // the same SQLITE_FULL that a disk without space ends in
        Execute(connection, "PRAGMA max_page_count = 20");
        await using var migrator = Migrator("CREATE TABLE a (filling text);\nINSERT INTO a VALUES (hex(zeroblob(1000000)));", database);

        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Equal(ErrorCode.DiskFull, error.Code);
        Assert.Contains("Nothing of 1_a is applied", error.State, StringComparison.Ordinal);
        Assert.Contains("Free some space", error.Remedy, StringComparison.Ordinal);
        Assert.Empty(await migrator.AppliedAsync());
        Execute(connection, "PRAGMA max_page_count = 100000");
        Assert.Single((await migrator.MigrateAsync()).Completed);
    }

    [Fact]
    public async Task Write_ahead_logging_changes_nothing_about_a_run()
    {
        await CreateAsync();
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=false"))
        {
            await connection.OpenAsync();
            Execute(connection, "PRAGMA journal_mode = WAL");
        }

        await using var migrator = Migrator(Script.Table("a"));

        Assert.Single((await migrator.MigrateAsync()).Completed);
        Assert.Single((await migrator.RollbackAsync()).Completed);
    }

    [Theory]
    [InlineData("Bogus=1")]
    [InlineData("Mode=Sideways")]
    public void A_connection_string_with_an_unknown_part_is_refused(string text)
    {
        var error = Assert.Throws<GodwitException>(() => new SqliteDatabase(text));

        Assert.Equal(ErrorCode.InvalidConnection, error.Code);
    }

    private static void Release(ExecutionEvent happened, SqliteConnection other, ref int waits)
    {
        if (happened is ExecutionEvent.Waiting && waits++ == 1) Execute(other, "COMMIT");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var other = new SqliteConnection($"Data Source={File};Pooling=false");
        await other.OpenAsync();
        Execute(other, "CREATE TABLE theirs (id integer); BEGIN EXCLUSIVE");
        return other;
    }

    private async Task CreateAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync();
        Execute(connection, "CREATE TABLE theirs (id integer)");
    }

    private Migrator Migrator(string? script, SqliteDatabase? database = null, Action<ExecutionEvent>? listener = null, TimeSpan? patience = null)
    {
        var migrations = Directory.CreateDirectory(Path.Join(directory, "migrations")).FullName;
        if (script is not null) System.IO.File.WriteAllText(Path.Join(migrations, "1_a.sql"), script);
        return new Migrator(database ?? new SqliteDatabase(File), new MigratorOptions
        {
            Root = directory,
            Directories = ["migrations"],
            OnEvent = listener,
            LockTimeout = patience ?? TimeSpan.FromSeconds(30),
        });
    }
}
