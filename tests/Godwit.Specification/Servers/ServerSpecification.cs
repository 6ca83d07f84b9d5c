using System.Data.Common;
using Xunit;

namespace Godwit.Specification.Servers;

/// <summary>The ground that all other suites stand on: the server is the one meant, and each test has a database to itself.</summary>
public abstract class ServerSpecification
{
    /// <summary>The server under test.</summary>
    protected abstract TestServer Server { get; }

    /// <summary>Whether <c>select version()</c> answers as the server that the suite is for.</summary>
    protected abstract bool IsExpected(string version);

    [DatabaseFact]
    public async Task The_server_is_the_one_the_suite_is_for()
    {
        await using var database = await Server.CreateDatabaseAsync();

        var version = Assert.IsType<string>(await database.ScalarAsync("select version()"));
        Assert.True(IsExpected(version), version);
    }

    [DatabaseFact]
    public async Task A_test_database_starts_empty_and_belongs_to_one_test()
    {
        await using var mine = await Server.CreateDatabaseAsync();
        await using var other = await Server.CreateDatabaseAsync();
        await mine.ScalarAsync("create table notes (id int)");

        Assert.NotEqual(mine.Settings.Database, other.Settings.Database);
        await other.ScalarAsync("create table notes (id int)");
    }

    [DatabaseFact]
    public async Task A_test_database_is_gone_after_the_test_even_when_a_session_is_left_open()
    {
        var database = await Server.CreateDatabaseAsync();
        await using var left = database.Connect();
        await left.OpenAsync();

        await database.DisposeAsync();

        await using var late = database.Connect();
        await Assert.ThrowsAnyAsync<DbException>(() => late.OpenAsync());
    }
}
