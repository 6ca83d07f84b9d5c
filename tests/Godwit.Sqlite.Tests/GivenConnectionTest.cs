using System.Data;
using Godwit.Specification;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Godwit.Sqlite.Tests;

/// <summary>An application's own connection, a database in memory for instance.</summary>
public sealed class GivenConnectionTest : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("godwit-given-").FullName;

    public GivenConnectionTest() => File.WriteAllText(Path.Join(directory, "1_a.sql"), Script.Table("a"));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_database_in_memory_is_migrated_and_its_connection_left_open()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();

        await using (var database = new SqliteDatabase(connection))
        await using (var migrator = new Migrator(database, Options))
            Assert.Single((await migrator.MigrateAsync()).Completed);

        Assert.Equal(ConnectionState.Open, connection.State);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM a";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_failure_leaves_no_transaction_open_on_it()
    {
        await File.WriteAllTextAsync(Path.Join(directory, "2_b.sql"), "CREATE TABLE b (id integer);\nINSERT INTO missing VALUES (1);");
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var database = new SqliteDatabase(connection);
        await using var migrator = new Migrator(database, Options);

        await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        await using var transaction = await connection.BeginTransactionAsync();
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task A_connection_that_is_not_open_is_opened()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await using var database = new SqliteDatabase(connection);
        await using var migrator = new Migrator(database, Options);

        Assert.Single((await migrator.MigrateAsync()).Completed);
        Assert.Equal(ConnectionState.Open, connection.State);
    }

    private MigratorOptions Options => new() { Root = directory, Directories = ["."] };
}
