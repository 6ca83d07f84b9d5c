using System.Net.Sockets;
using Godwit.Dialects;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>A PostgreSQL database to migrate.</summary>
public sealed class PostgreSqlDatabase : Database
{
    private readonly NpgsqlConnectionStringBuilder address;
    private readonly Func<NpgsqlConnection> connect;
    private readonly NpgsqlDataSource? ownSource;

    /// <summary>A database reached by an Npgsql connection string.</summary>
    /// <param name="connectionString">Npgsql's connection string.</param>
    /// <exception cref="GodwitException">The connection string is not valid.</exception>
    public PostgreSqlDatabase(string connectionString)
        : this(PostgreSqlConnectionString.Parse(connectionString))
    {
    }

    /// <summary>A database reached through an application's data source, which stays the application's.</summary>
    public PostgreSqlDatabase(NpgsqlDataSource source)
    {
        address = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        connect = source.CreateConnection;
    }

    /// <summary>
    /// A database reached as an application's connection reaches it. The connection itself is not used: the lock needs a second
    /// one, so each session is a clone of it.
    /// </summary>
    public PostgreSqlDatabase(NpgsqlConnection connection)
    {
        address = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        connect = () => (NpgsqlConnection)((ICloneable)connection).Clone();
    }

    internal PostgreSqlDatabase(NpgsqlConnectionStringBuilder address)
    {
        this.address = address;
        var own = new NpgsqlConnectionStringBuilder(address.ConnectionString)
        {
            Pooling = false,
            IncludeFailedBatchedCommand = true,
            // As psql shows it: which key is there twice, which row refers to none.
            IncludeErrorDetail = true,
        };
        own.ApplicationName ??= "godwit";
        var builder = new NpgsqlSlimDataSourceBuilder(own.ConnectionString);
        builder.EnableTransportSecurity();
        // Godwit reads texts and integers only; the type catalog would be a round trip for nothing.
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        ownSource = builder.Build();
        connect = ownSource.CreateConnection;
    }

    /// <inheritdoc/>
    public override Dialect Dialect => PostgreSqlDialect.Instance;

    /// <inheritdoc/>
    public override string Name => address.Database ?? "";

    /// <inheritdoc/>
    public override string Description => $"postgresql://{User}{address.Host}:{address.Port}/{address.Database}";

    private string User => address.Username is { } user ? user + "@" : "";

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(CancellationToken cancellation) =>
        new PostgreSqlSession(await OpenConnectionAsync(cancellation));

    /// <inheritdoc/>
    public override async Task CreateAsync(CancellationToken cancellation)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres", Pooling = false };
        await using var source = new PostgreSqlDatabase(maintenance);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {Dialect.Quote(Name)}", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException exists) when (exists.SqlState is "42P04")
        {
            // there already
        }
        catch (PostgresException refused)
        {
            throw new GodwitException(ErrorCode.AccessDenied, $"The database {Name} could not be created: {refused.MessageText} ({refused.SqlState})",
                "Create it as a user with that right: ALTER ROLE … CREATEDB grants it.", inner: refused);
        }
    }

    /// <inheritdoc/>
    public override Task<ScratchDatabase> CreateScratchAsync(ScratchIsolation least, CancellationToken cancellation) =>
        new PostgreSqlScratch(this).CreateAsync(least, cancellation);

    /// <inheritdoc/>
    public override MigrationLock Lock(BookkeepingTables tables) => new PostgreSqlLock(this, tables);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ownSource?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Another database on the same server, or another schema in this one, reached with the same rights.</summary>
    internal PostgreSqlDatabase Beside(string database, string? searchPath)
    {
        var other = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = database, Pooling = false };
        other.SearchPath = searchPath ?? other.SearchPath;
        if (ownSource is not null) return new PostgreSqlDatabase(other);
        using var template = connect();
        // An application's data source keeps its password to itself; a clone has it all the same.
        return new PostgreSqlDatabase(template.CloneWith(other.ConnectionString));
    }

    internal async Task<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellation)
    {
        var connection = connect();
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        // Npgsql reckons what is left of its timeout by the clock on the wall; when that is set back meanwhile, the rest is out of range.
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException or ArgumentOutOfRangeException)
        {
            await connection.DisposeAsync();
            throw Refusal(exception);
        }
    }

    private GodwitException Refusal(Exception exception)
    {
        var server = $"{address.Host}:{address.Port}";
        return exception switch
        {
            PostgresException { SqlState: "3D000" } => new GodwitException(ErrorCode.DatabaseMissing,
                $"The database {Name} does not exist on {server}.",
                $"Create it: CREATE DATABASE {Dialect.Quote(Name)}; or let godwit do it: godwit migrate --create-database", inner: exception),
            PostgresException { SqlState: "28P01" or "28000" } refused => new GodwitException(ErrorCode.AccessDenied,
                $"{server} refused the user {address.Username}: {refused.MessageText}",
                "Check the user and the password in the URL, DB_USERNAME and DB_PASSWORD, .env or godwit.json.", inner: exception),
            PostgresException other => new GodwitException(ErrorCode.ServerUnreachable,
                $"{server} does not accept the connection: {other.MessageText} ({other.SqlState})",
                "Try again when the server is ready; its log says more.", inner: exception),
            _ => new GodwitException(ErrorCode.ServerUnreachable,
                $"No PostgreSQL server answers at {server}: {exception.InnerException?.Message ?? exception.Message}",
                "Check that the server runs, and the host and port in the URL, DB_HOST and DB_PORT, .env or godwit.json.", inner: exception),
        };
    }
}
