using System.Data.Common;
using System.Net.Sockets;
using Godwit.Dialects;

namespace Godwit.MySql;

/// <summary>A MySQL or MariaDB database to migrate.</summary>
public sealed class MySqlDatabase : Database
{
    private readonly DbConnectionStringBuilder address;
    private readonly Func<DbConnection> connect;
    private readonly Ownership ownership = Ownership.Ours;

    /// <summary>A database reached by a connection string of MySqlConnector or MySql.Data.</summary>
    /// <exception cref="GodwitException">The connection string is not valid.</exception>
    public MySqlDatabase(string connectionString)
        : this(MySqlConnectionString.Parse(connectionString))
    {
    }

    /// <summary>A database reached through an application's data source, which stays the application's.</summary>
    /// <exception cref="GodwitException">Its connection string does not allow user variables, which Godwit's statements use.</exception>
    public MySqlDatabase(DbDataSource source)
    {
        address = MySqlConnectionString.Parse(source.ConnectionString);
        RequireUserVariables(address);
        connect = source.CreateConnection;
    }

    /// <summary>A database that an application has a connection to, of either driver. The connection stays the application's.</summary>
    public MySqlDatabase(DbConnection connection)
    {
        address = MySqlConnectionString.Parse(connection.ConnectionString);
        connect = () => connection;
        ownership = Ownership.Theirs;
    }

    internal MySqlDatabase(DbConnectionStringBuilder address)
    {
        this.address = address;
        connect = () => MySqlDriver.Instance.Connection(Own(address, Name).ConnectionString);
    }

    /// <inheritdoc/>
    public override Dialect Dialect => MySqlDialect.Instance;

    /// <inheritdoc/>
    public override string Name => MySqlConnectionString.Find(address, "Database", "Initial Catalog") ?? "";

    /// <inheritdoc/>
    public override string Description => $"{Scheme}://{(User is { } user ? user + "@" : "")}{Server}/{Name}";

    /// <summary>What people call the kind of database: <c>mysql</c>, or <c>mariadb</c> where they have said so.</summary>
    internal string Scheme { get; init; } = "mysql";

    private string? User => MySqlConnectionString.Find(address, "User ID", "Uid", "Username", "User");

    private string Server =>
        $"{MySqlConnectionString.Find(address, "Server", "Host", "Data Source") ?? "localhost"}:{MySqlConnectionString.Find(address, "Port") ?? "3306"}";

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(CancellationToken cancellation)
    {
        if (Name.Length == 0)
        {
            throw new GodwitException(ErrorCode.InvalidConnection, $"The connection to {Server} names no database.",
                "Add it to the URL (mysql://user@host/database), or set DB_DATABASE.");
        }

        return await MySqlSession.BeginAsync(await OpenConnectionAsync(connect(), cancellation), ownership, cancellation);
    }

    /// <inheritdoc/>
    public override async Task CreateAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenConnectionAsync(MySqlDriver.Instance.Connection(Own(address, "").ConnectionString), cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE IF NOT EXISTS {Dialect.Quote(Name)} CHARACTER SET utf8mb4";
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (DbException refused)
        {
            throw Refusal(refused);
        }
    }

    /// <inheritdoc/>
    public override async Task<ScratchDatabase> CreateScratchAsync(ScratchIsolation least, CancellationToken cancellation)
    {
        await using var connection = await OpenBesideAsync(cancellation);
        var name = await MySqlScratch.CreateAsync(connection, User ?? "", cancellation);
        var beside = new MySqlDatabase(Own(address, name)) { Scheme = Scheme };
        return new ScratchDatabase(beside, ScratchIsolation.Database, async () =>
        {
            await using var dropping = await OpenBesideAsync(CancellationToken.None);
            await MySqlScratch.DropAsync(dropping, name);
        });
    }

    /// <inheritdoc/>
    public override MigrationLock Lock(BookkeepingTables tables) => new MySqlLock(this, tables);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A second connection, beside the session's. Where an application has handed in the only one there is, one as it says.</summary>
    internal Task<DbConnection> OpenBesideAsync(CancellationToken cancellation) =>
        OpenConnectionAsync(ownership is Ownership.Ours ? connect() : MySqlDriver.Instance.Connection(Own(address, Name).ConnectionString), cancellation);

    // Without it both drivers take @name for a parameter, and a statement with one fails before it is sent.
    private static void RequireUserVariables(DbConnectionStringBuilder given)
    {
        if (bool.TryParse(MySqlConnectionString.Find(given, "AllowUserVariables", "Allow User Variables"), out var allowed) && allowed) return;
        throw new GodwitException(ErrorCode.InvalidConnection, "The application's data source does not allow user variables, which Godwit's statements use.",
            "Add AllowUserVariables=true to its connection string; or give Godwit a connection string of its own.");
    }

    private static DbConnectionStringBuilder Own(DbConnectionStringBuilder address, string database)
    {
        var own = new DbConnectionStringBuilder { ConnectionString = address.ConnectionString };
        own.Remove("Initial Catalog");
        own["Database"] = database;
        own["Pooling"] = "false";
        own["AllowUserVariables"] = "true";
        own["CharSet"] = "utf8mb4";
        return own;
    }

    private async Task<DbConnection> OpenConnectionAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (connection.State is System.Data.ConnectionState.Open) return connection;
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch (Exception exception) when (exception is DbException or SocketException or TimeoutException or IOException or AggregateException)
        {
            if (ownership is Ownership.Ours) await connection.DisposeAsync();
            throw Refusal(exception);
        }
    }

    // Error numbers: MySQL manual, "Server Error Message Reference".
    private GodwitException Refusal(Exception exception) => MySqlDriver.ErrorNumber(exception) switch
    {
        1049 => new GodwitException(ErrorCode.DatabaseMissing, $"The database {Name} does not exist on {Server}.",
            $"Create it: CREATE DATABASE {Dialect.Quote(Name)}; or let godwit do it: godwit migrate --create-database", inner: exception),
        1044 or 1045 or 1698 => new GodwitException(ErrorCode.AccessDenied, $"{Server} refused the user {User}: {Innermost(exception).Message}",
            "Check the user, the password and the user's rights: the URL, DB_USERNAME and DB_PASSWORD, .env or godwit.json.", inner: exception),
        0 or 1042 or 2002 or 2003 or 2005 => new GodwitException(ErrorCode.ServerUnreachable,
            $"No MySQL or MariaDB server answers at {Server}: {Innermost(exception).Message}",
            "Check that the server runs, and the host and port in the URL, DB_HOST and DB_PORT, .env or godwit.json.", inner: exception),
        var number => new GodwitException(ErrorCode.ServerUnreachable, $"{Server} does not accept the connection: {Innermost(exception).Message} ({number})",
            "Try again when the server is ready; its log says more.", inner: exception),
    };

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}

/// <summary>Whose a connection is.</summary>
internal enum Ownership
{
    /// <summary>Opened here, and closed here.</summary>
    Ours,

    /// <summary>Handed in by the application, and left open.</summary>
    Theirs,
}
