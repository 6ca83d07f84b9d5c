using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Formats;
using Godwit.Schema;

namespace Godwit;

/// <summary>Reads what a database holds. It opens one session when it first needs it, changes nothing, and is for one caller at a time.</summary>
/// <param name="database">The database. It stays the caller's to dispose of.</param>
/// <param name="otherSchemas">Further schemas that are read beside the current one; the names of their objects are qualified.</param>
public sealed class SchemaInspector(Database database, IReadOnlyCollection<string>? otherSchemas = null) : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private DatabaseSession? session;

    /// <summary>The database product with its version, once a session is open; null before.</summary>
    public string? ServerVersion => session?.ServerVersion;

    /// <summary>The schema, in a number of queries that does not grow with it.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public Task<DatabaseSchema> ReadAsync(CancellationToken cancellation = default) =>
        WithAsync(worker => worker.ReadSchemaAsync(otherSchemas ?? [], cancellation), cancellation);

    /// <summary>The schema with the database's own statements for what the model has no words for: what a script needs.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public Task<DatabaseSchema> ReadDefinitionsAsync(DatabaseSchema schema, CancellationToken cancellation = default) =>
        WithAsync(worker => worker.ReadDefinitionsAsync(schema, cancellation), cancellation);

    /// <summary>About how many rows the tables of a schema hold, and how large they are.</summary>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadStatisticsAsync(DatabaseSchema schema, CancellationToken cancellation = default) =>
        WithAsync(worker => worker.ReadStatisticsAsync(schema, cancellation), cancellation);

    /// <summary>The first rows of a table, their values as text; NULL is null.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">How many at most.</param>
    /// <param name="width">How many characters of each value are of interest; one more is given where it is longer.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="GodwitException">The database cannot be reached or read.</exception>
    public Task<IReadOnlyList<ValueList<string?>>> ReadRowsAsync(Table table, int rows, int width, CancellationToken cancellation = default) =>
        WithAsync(worker => worker.ReadRowsAsync(table, rows, width, cancellation), cancellation);

    /// <summary>A script that makes a schema in an empty database of this kind and version.</summary>
    /// <param name="schema">The schema, from <see cref="ReadDefinitionsAsync"/>.</param>
    /// <param name="cancellation">Cancels the opening of a session.</param>
    /// <exception cref="GodwitException">The database cannot be reached, or cannot do something that the schema says.</exception>
    public Task<string> ScriptAsync(DatabaseSchema schema, CancellationToken cancellation = default) =>
        WithAsync(
            async worker => SchemaScript.Text(
                schema, await worker.ArrangeAsync(SchemaScript.Statements(schema, worker.Generator), cancellation), database.Dialect.Traits),
            cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (session is not null) await session.DisposeAsync();
        session = null;
    }

    private async Task<T> WithAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellation)
    {
        var worker = session ??= await database.OpenAsync(cancellation);
        return await new Reading(database, new Patience(LongestWait, _ => { }), "what it holds").TryAsync(() => work(worker), cancellation);
    }
}
