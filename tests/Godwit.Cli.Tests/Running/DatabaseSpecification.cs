using Godwit.Configuration;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Specification.Servers;
using Godwit.Sqlite;
using Npgsql;
using Xunit;

namespace Godwit.Cli.Tests.Running;

/// <summary>A project on a database of its own, on one of the three.</summary>
public abstract class DatabaseSpecification(Server server) : IAsyncLifetime
{
    private TestDatabase? created;

    protected Server Server => server;

    /// <summary>How the database of the test is reached, where it is on a server.</summary>
    private protected ConnectionSettings Settings => created!.Settings;

    /// <summary>The database of the test, where it is on a server.</summary>
    protected TestDatabase? Database => created;

    private protected Project Project { get; } = new();

    public async Task InitializeAsync()
    {
        if (server is Server.Sqlite) return;
        created = await TestServerOf(server).CreateDatabaseAsync();
        Project.Set("DATABASE_URL", created.Url);
        if (created.Settings.Password is { } password) Project.Keep(password.Reveal());
    }

    public async Task DisposeAsync()
    {
        if (created is not null) await created.DisposeAsync();
        Project.Dispose();
    }

    /// <summary>The tables of the database without Godwit's own, by name.</summary>
    protected Task<string[]> TablesAsync() => ColumnAsync(server switch
    {
        Server.Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'migrations%' AND name NOT LIKE 'sqlite%' ORDER BY name",
        Server.PostgreSql => "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'migrations%' ORDER BY tablename",
        _ => "SELECT table_name FROM information_schema.tables WHERE table_schema = database() AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'migrations%' ORDER BY table_name",
    });

    /// <summary>The applied migrations with their batches.</summary>
    protected Task<string[]> HistoryAsync(string table = "migrations") =>
        ColumnAsync($"SELECT {(server is Server.MariaDb ? "concat(migration, ' ', batch)" : "migration || ' ' || batch")} FROM {table} WHERE state = 'applied' ORDER BY id");

    /// <summary>All that the database holds, as far as a failed verb could have changed it: the tables, and each row of the history.</summary>
    protected async Task<string[]> StateAsync()
    {
        if (server is Server.Sqlite && !File.Exists(Project.SqliteFile)) return ["no file"];
        var installed = await ColumnAsync(server is Server.Sqlite
            ? "SELECT name FROM sqlite_master WHERE name = 'migrations'"
            : $"SELECT table_name FROM information_schema.tables WHERE table_name = 'migrations' AND table_schema = {(server is Server.MariaDb ? "database()" : "'public'")}");
        string[] history = installed.Length == 0
            ? ["not installed"]
            : await ColumnAsync("SELECT migration FROM migrations ORDER BY id");
        return [.. await TablesAsync(), .. history];
    }

    /// <summary>Another, empty database of the test's own; null for one that is a file.</summary>
    protected async Task<TestDatabase?> NewDatabaseAsync() => server is Server.Sqlite ? null : await TestServerOf(server).CreateDatabaseAsync();

    /// <summary>The first column of a query's rows.</summary>
    protected Task<string[]> ColumnAsync(string sql) => ColumnAsync(sql, null);

    /// <summary>The first column of a query's rows, in the database of a file.</summary>
    protected async Task<string[]> ColumnAsync(string sql, string? url)
    {
        await using Database database = url is null ? Connect() : new SqliteDatabase(url["sqlite:".Length..]);
        await using var session = await database.OpenAsync(CancellationToken.None);
        var values = new List<string>();
        await session.QueryAsync(sql, row => values.Add(Convert.ToString(row.GetValue(0), null)!), CancellationToken.None);
        return [.. values];
    }

    /// <summary>Runs statements that belong to no migration.</summary>
    protected async Task ExecuteAsync(string sql)
    {
        await using var database = Connect();
        await using var session = await database.OpenAsync(CancellationToken.None);
        await session.QueryAsync(sql, _ => { }, CancellationToken.None);
    }

    private protected Database Connect() => server switch
    {
        Server.Sqlite => new SqliteDatabase(Project.SqliteFile),
        Server.PostgreSql => PostgreSqlDialect.Instance.Connect(created!.Settings),
        _ => MySqlDialect.Instance.Connect(created!.Settings),
    };

    private static TestServer TestServerOf(Server server) => server is Server.PostgreSql
        ? new TestServer("GODWIT_TEST_POSTGRESQL", text => new NpgsqlConnection(text))
        : new TestServer("GODWIT_TEST_MARIADB", text => MySqlDriver.Instance.Connection(text + ";SslMode=none"));
}
