namespace Godwit.Dialects;

/// <summary>
/// An empty database beside another one, on the same server and with the same settings, to try things in. It is gone when it is disposed of.
/// What a killed run left behind is cleared away by the next one that makes a scratch database there.
/// </summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;
    private bool isGone;

    /// <summary>A scratch database that is there.</summary>
    /// <param name="database">The way to it.</param>
    /// <param name="isolation">How far it is from the database beside it.</param>
    /// <param name="drop">Takes it away, whoever is connected to it.</param>
    public ScratchDatabase(Database database, ScratchIsolation isolation, Func<Task> drop)
    {
        Database = database;
        Isolation = isolation;
        this.drop = drop;
    }

    /// <summary>The way to it: sessions, migrators and locks as on any other.</summary>
    public Database Database { get; }

    /// <summary>How far it is from the database beside it.</summary>
    public ScratchIsolation Isolation { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isGone) return;
        isGone = true;
        await Database.DisposeAsync();
        await drop();
    }
}

/// <summary>How far a scratch database is from the one beside it.</summary>
public enum ScratchIsolation
{
    /// <summary>
    /// A schema of its own in the same database, where names without a schema lead to it first. What names another schema reaches the
    /// real one: only for statements that do not.
    /// </summary>
    Schema,

    /// <summary>A database or a file of its own: anything may run in it.</summary>
    Database,
}
