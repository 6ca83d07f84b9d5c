using System.Data.Common;
using Godwit.Configuration;

namespace Godwit.Specification.Servers;

/// <summary>
/// A server that tests may use as they like, named by an environment variable: a URL such as
/// <c>postgresql://user:password@127.0.0.1:5432/postgres</c>, or <c>none:</c> and the reason why there is none.
/// </summary>
public sealed class TestServer
{
    private readonly Func<string, DbConnection> connect;
    private readonly Uri url;

    /// <summary>The server that a variable names.</summary>
    /// <param name="variable">The environment variable, the same as in <see cref="RequiresServerAttribute"/>.</param>
    /// <param name="connect">The dialect's driver: makes a closed connection out of a connection string.</param>
    /// <exception cref="InvalidOperationException">The variable names no server.</exception>
    public TestServer(string variable, Func<string, DbConnection> connect)
    {
        if (WhyMissing(variable) is { } reason) throw new InvalidOperationException(reason);
        url = new Uri(Environment.GetEnvironmentVariable(variable)!);
        this.connect = connect;
    }

    /// <summary>The database that the URL names, where other databases are created from.</summary>
    public ConnectionSettings Settings
    {
        get
        {
            var login = url.UserInfo.Split(':', 2);
            return new ConnectionSettings
            {
                Driver = url.Scheme,
                Host = url.Host,
                Port = url.IsDefaultPort ? null : url.Port,
                Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')),
                Username = Uri.UnescapeDataString(login[0]),
                Password = login.Length > 1 ? new Secret(Uri.UnescapeDataString(login[1])) : null,
            };
        }
    }

    /// <summary>Creates a database with a name of its own, which is dropped when it is disposed of.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = $"godwit_{Guid.NewGuid():N}";
        await new TestDatabase(this, Settings).ScalarAsync($"CREATE DATABASE {name}");
        return new TestDatabase(this, Settings with { Database = name });
    }

    /// <summary>Why tests cannot have the server that a variable names; null when they can.</summary>
    public static string? WhyMissing(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(value)) return $"{variable} is not set to the URL of a server";
        return value.StartsWith("none:", StringComparison.Ordinal) ? value["none:".Length..] : null;
    }

    internal DbConnection Connect(ConnectionSettings settings) => connect(ConnectionString(settings));

    /// <summary>Drops a database, whoever is connected to it.</summary>
    // WITH (FORCE) ends the sessions that a test left open (PostgreSQL 13, "DROP DATABASE"); MySQL drops beneath them anyway.
    public Task DropAsync(string database) =>
        new TestDatabase(this, Settings).ScalarAsync($"DROP DATABASE {database}{(Settings.Driver.StartsWith("postgres", StringComparison.Ordinal) ? " WITH (FORCE)" : "")}");

    // These spellings are understood by Npgsql, MySql.Data and MySqlConnector alike. A pool per database would keep connections
    // open that nobody needs any more, until the server has none left.
    internal static string ConnectionString(ConnectionSettings settings)
    {
        var builder = new DbConnectionStringBuilder
        {
            ["Host"] = settings.Host ?? "127.0.0.1",
            ["Database"] = settings.Database ?? "",
            ["Username"] = settings.Username ?? "",
            ["Pooling"] = "false",
        };
        if (settings.Port is { } port) builder["Port"] = port;
        if (settings.Password is { } password) builder["Password"] = password.Reveal();
        return builder.ConnectionString;
    }
}
