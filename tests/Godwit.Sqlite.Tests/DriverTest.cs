using Microsoft.Data.Sqlite;
using Xunit;

namespace Godwit.Sqlite.Tests;

public sealed class DriverTest
{
    [Fact]
    public async Task The_driver_opens_a_database()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select sqlite_version()";

        Assert.StartsWith("3.", await command.ExecuteScalarAsync() as string, StringComparison.Ordinal);
    }
}
