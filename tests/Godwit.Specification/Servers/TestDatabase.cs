using System.Data.Common;
using Godwit.Configuration;

namespace Godwit.Specification.Servers;

/// <summary>A database of one test's own, dropped when it is disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer server;

    internal TestDatabase(TestServer server, ConnectionSettings settings)
    {
        this.server = server;
        Settings = settings;
    }

    /// <summary>How Godwit reaches the database.</summary>
    public ConnectionSettings Settings { get; }

    /// <summary>How the driver reaches the database; holds the password.</summary>
    public string ConnectionString => TestServer.ConnectionString(Settings);

    /// <summary>How the command reaches the database; holds the password.</summary>
    public string Url
    {
        get
        {
            var login = Uri.EscapeDataString(Settings.Username!);
            if (Settings.Password is { } password) login += ":" + Uri.EscapeDataString(password.Reveal());
            return $"{Settings.Driver}://{login}@{Settings.Host}{(Settings.Port is { } port ? $":{port}" : "")}/{Settings.Database}";
        }
    }

    /// <summary>A connection that is not open yet.</summary>
    public DbConnection Connect() => server.Connect(Settings);

    /// <summary>As <see cref="Connect"/>, through another port: that of a pooler, or of another node.</summary>
    public DbConnection ConnectThrough(int port) => server.Connect(Settings with { Port = port });

    /// <summary>Runs a text on a connection of its own and gives the first column of the first row, or null when there is none.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await server.DropAsync(Settings.Database!);
}
