using Godwit.Dialects;

namespace Godwit;

/// <summary>One database to migrate: its dialect and the way to open sessions on it.</summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>What is particular to this kind of database.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Where the database is, as a URL without a password.</summary>
    public abstract string Description { get; }

    /// <summary>The database's own name: what a person types to confirm that it is the one meant.</summary>
    public abstract string Name { get; }

    /// <summary>Opens a session.</summary>
    /// <exception cref="GodwitException">
    /// The server does not answer, refuses the user, or has no such database. The code and the remedy say which.
    /// </exception>
    public abstract Task<DatabaseSession> OpenAsync(CancellationToken cancellation);

    /// <summary>Creates the database itself: on its server, or as an empty file.</summary>
    /// <exception cref="GodwitException">The server does not answer or does not allow it; the directory of the file does not exist.</exception>
    public abstract Task CreateAsync(CancellationToken cancellation);

    /// <summary>
    /// Creates an empty database beside this one to try things in: on the same server, with the same character set, collation and
    /// search path; for a file, another file. It leaves no trace when it is disposed of, which is to happen before this one is.
    /// </summary>
    /// <param name="least">How far from this one it must be at least. Where a database of its own is not allowed, a schema may do.</param>
    /// <param name="cancellation">Cancels the creation.</param>
    /// <exception cref="GodwitException">The server does not answer or does not allow it; the remedy says which right is missing.</exception>
    public abstract Task<ScratchDatabase> CreateScratchAsync(ScratchIsolation least, CancellationToken cancellation);

    /// <summary>The lock that keeps runs on the same history apart.</summary>
    /// <param name="tables">The names of Godwit's tables.</param>
    public abstract MigrationLock Lock(BookkeepingTables tables);

    /// <summary>Frees what the handle holds; an application's own connection or data source is left open.</summary>
    public abstract ValueTask DisposeAsync();
}
