using System.Data.Common;
using System.Globalization;

namespace Godwit.Faults.Targets;

/// <summary>A database of one round, looked at from outside.</summary>
internal abstract class FaultDatabase : IAsyncDisposable
{
    /// <summary>How a runner reaches it; may hold a password.</summary>
    internal abstract string Url { get; }

    /// <summary>The server's port on this machine; 0 where there is no server.</summary>
    internal virtual int Port => 0;

    /// <summary>Sessions of runners that the server has not ended yet, by what they are doing.</summary>
    internal virtual Task<string[]> SessionsAsync() => Task.FromResult<string[]>([]);

    /// <summary>A handle as the product makes one.</summary>
    internal abstract Database Handle();

    /// <summary>All definitions.</summary>
    internal async Task<string[]> DefinitionsAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        return await DefinitionsAsync(connection);
    }

    /// <summary>All definitions, and all rows of all tables but Godwit's own.</summary>
    internal abstract Task<string[]> DumpAsync();

    /// <summary>The URL with which a runner goes through another port.</summary>
    internal string UrlThrough(int port) => new UriBuilder(Url) { Port = port }.Uri.ToString();

    /// <summary>The rows of a query, each as its values with a space between; NULL is <c>-</c>.</summary>
    internal async Task<string[]> RowsAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        return await RowsAsync(connection, sql);
    }

    /// <summary>As <see cref="RowsAsync(string)"/>, through another port of this machine.</summary>
    internal virtual Task<string[]> RowsThroughAsync(int port, string sql) => throw new NotSupportedException();

    public abstract ValueTask DisposeAsync();

    /// <summary>The queries that yield all definitions.</summary>
    protected abstract IEnumerable<string> Definitions { get; }

    protected abstract DbConnection Connect();

    protected static async Task<string[]> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join(' ', values.Select(value => value is DBNull ? "-" : Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return [.. rows];
    }

    /// <summary>All definitions, and the rows of some tables.</summary>
    protected async Task<string[]> DumpAsync(string tables, Func<string, string> rowsOf)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        var dump = new List<string>(await DefinitionsAsync(connection));
        foreach (var table in await RowsAsync(connection, tables))
        {
            if (table.StartsWith("migrations", StringComparison.Ordinal)) continue;
            dump.AddRange((await RowsAsync(connection, rowsOf(table))).Select(row => $"{table}: {row}"));
        }

        return [.. dump];
    }

    private async Task<string[]> DefinitionsAsync(DbConnection connection)
    {
        var definitions = new List<string>();
        foreach (var query in Definitions) definitions.AddRange(await RowsAsync(connection, query));
        return [.. definitions];
    }
}
