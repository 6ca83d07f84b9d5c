using Godwit.Dialects;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>An SQLite database to migrate: a file, or an application's open connection.</summary>
public sealed class SqliteDatabase : Database
{
    private readonly SqliteConnectionStringBuilder address;
    private readonly SqliteConnection? given;

    /// <summary>A database in a file. The file is created by the first verb that writes, its directory never.</summary>
    /// <param name="path">The file's path, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <exception cref="GodwitException">The connection string is not valid.</exception>
    public SqliteDatabase(string path)
        : this(path.Contains('=', StringComparison.Ordinal)
            ? SqliteConnectionString.Parse(path)
            : new SqliteConnectionStringBuilder { DataSource = path })
    {
    }

    /// <summary>A database that an application has open, one in memory for instance. The connection stays the application's.</summary>
    public SqliteDatabase(SqliteConnection connection)
    {
        given = connection;
        address = new SqliteConnectionStringBuilder(connection.ConnectionString);
    }

    internal SqliteDatabase(SqliteConnectionStringBuilder address)
    {
        this.address = address;
        address.Pooling = false;
        address.DefaultTimeout = SqliteSession.BusySeconds;
        // Off by default in SQLite itself, on in the driver's own build: said, so that it does not depend on which one is loaded.
        address.ForeignKeys ??= true;
        // opening does not create the file
        if (!InMemory && address.Mode is SqliteOpenMode.ReadWriteCreate) address.Mode = SqliteOpenMode.ReadWrite;
    }

    /// <inheritdoc/>
    public override Dialect Dialect => SqliteDialect.Instance;

    /// <inheritdoc/>
    public override string Name => InMemory ? ":memory:" : Path.GetFileName(address.DataSource);

    /// <inheritdoc/>
    public override string Description => "sqlite:" + address.DataSource;

    private bool InMemory => address.Mode is SqliteOpenMode.Memory || address.DataSource is "" or ":memory:" || address.DataSource.StartsWith("file:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(CancellationToken cancellation)
    {
        var library = SqliteLibrary.Instance;
        if (given is not null) return await GivenAsync(given, library, cancellation);
        if (!InMemory && !File.Exists(address.DataSource)) throw Missing();
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return new SqliteSession(connection, library, Ownership.Ours);
        }
        catch (SqliteException exception)
        {
            await connection.DisposeAsync();
            throw Refusal(exception);
        }
    }

    /// <inheritdoc/>
    public override async Task CreateAsync(CancellationToken cancellation)
    {
        if (InMemory || given is not null || File.Exists(address.DataSource)) return;
        var directory = Path.GetDirectoryName(Path.GetFullPath(address.DataSource))!;
        if (!Directory.Exists(directory))
        {
            throw new GodwitException(ErrorCode.DatabaseMissing, $"The directory of the database file does not exist: {directory}",
                $"Create it (mkdir -p '{directory}'), or name another file: --url sqlite:PATH");
        }

        try
        {
            await using var file = new FileStream(address.DataSource, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.ReadOnly, $"The database file {address.DataSource} cannot be created: {exception.Message}",
                "Check the rights on its directory and the space on its disk.", inner: exception);
        }
    }

    /// <inheritdoc/>
    public override Task<ScratchDatabase> CreateScratchAsync(ScratchIsolation least, CancellationToken cancellation) => SqliteScratch.CreateAsync(address, cancellation);

    /// <inheritdoc/>
    public override MigrationLock Lock(BookkeepingTables tables) => new SqliteLock(tables);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<DatabaseSession> GivenAsync(SqliteConnection connection, SqliteLibrary library, CancellationToken cancellation)
    {
        if (connection.State is not System.Data.ConnectionState.Open) await connection.OpenAsync(cancellation);
        return new SqliteSession(connection, library, Ownership.Theirs);
    }

    private GodwitException Missing() => new(ErrorCode.DatabaseMissing, $"The database file {address.DataSource} does not exist.",
        "godwit migrate creates it; or name another file: --url sqlite:PATH");

    private GodwitException Refusal(SqliteException exception) => new(
        SqliteErrors.KindOf(exception) is DatabaseErrorKind.NotADatabase ? ErrorCode.NotADatabase : ErrorCode.ServerUnreachable,
        $"The database file {address.DataSource} cannot be opened: {SqliteErrors.MessageOf(exception)}",
        "Check the path and the rights on the file and its directory.", inner: exception);
}

/// <summary>Whose a connection is.</summary>
internal enum Ownership
{
    /// <summary>Opened here, and closed here.</summary>
    Ours,

    /// <summary>Handed in by the application, and left open.</summary>
    Theirs,
}
