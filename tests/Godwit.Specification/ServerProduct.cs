using System.Data.Common;
using Godwit.Specification.Servers;

namespace Godwit.Specification;

/// <summary>A product that runs as a server.</summary>
public abstract class ServerProduct : Product
{
    /// <summary>The server under test.</summary>
    public abstract TestServer Server { get; }

    /// <summary>A statement that ends the session it is run in.</summary>
    public abstract string EndOwnSession { get; }

    /// <inheritdoc/>
    public override async Task<FreshDatabase> CreateDatabaseAsync() => new OnServer(this, await Server.CreateDatabaseAsync());

    private sealed class OnServer(ServerProduct product, TestDatabase database) : FreshDatabase
    {
        public override Database Handle() => product.Dialect.Connect(database.Settings);

        public override DbConnection Connect() => database.Connect();

        public override string ConnectionString => database.ConnectionString;

        public override ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
