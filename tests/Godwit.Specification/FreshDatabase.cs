using System.Data.Common;

namespace Godwit.Specification;

/// <summary>A database of one test's own, gone when it is disposed of.</summary>
public abstract class FreshDatabase : IAsyncDisposable
{
    /// <summary>A new handle, as Godwit's users make one.</summary>
    public abstract Database Handle();

    /// <summary>A connection of the driver's, not open yet, that Godwit knows nothing of.</summary>
    public abstract DbConnection Connect();

    /// <summary>How the driver reaches it; may hold a password.</summary>
    public abstract string ConnectionString { get; }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
