using System.Data.Common;
using Godwit.Configuration;
using Godwit.Dialects;
using Godwit.Specification.Servers;

namespace Godwit.Faults.Targets;

/// <summary>A database on a server.</summary>
internal abstract class ServerFaultDatabase(Dialect dialect, TestDatabase database) : FaultDatabase
{
    internal override string Url => database.Url;

    internal override int Port => database.Settings.Port!.Value;

    internal override Database Handle() => dialect.Connect(Patient(database.Settings));

    /// <summary>The settings of one who waits for a connection even where sixty-four want one at once of a machine that is busy with other things.</summary>
    internal static ConnectionSettings Patient(ConnectionSettings settings) => settings with { Options = new Dictionary<string, string> { ["connect_timeout"] = "120" } };

    public override ValueTask DisposeAsync() => database.DisposeAsync();

    internal override async Task<string[]> RowsThroughAsync(int port, string sql)
    {
        await using var connection = database.ConnectThrough(port);
        await connection.OpenAsync();
        return await RowsAsync(connection, sql);
    }

    protected override DbConnection Connect() => database.Connect();
}
