using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Dialects;

/// <summary>One open connection, through which statements are run.</summary>
public abstract class DatabaseSession : IAsyncDisposable
{
    /// <summary>The connection. Whoever uses it directly does so between calls to this session.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>All that is particular to this kind of database.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>The database product with its version, as people call it: <c>PostgreSQL 15.18</c>.</summary>
    public abstract string ServerVersion { get; }

    /// <summary>Splits scripts by the settings in force in this session.</summary>
    public abstract ScriptSplitter Splitter { get; }

    /// <summary>The database by name, as texts for one of them are chosen: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</summary>
    public abstract string Product { get; }

    /// <summary>Says operations in SQL, as this server understands it.</summary>
    public abstract SqlGenerator Generator { get; }

    /// <summary>Reads what the current schema holds, in a number of queries that does not grow with it.</summary>
    /// <param name="otherSchemas">The names of further schemas that are read too; their objects' names are qualified.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="StatementException">The catalog could not be read.</exception>
    public abstract Task<DatabaseSchema> ReadSchemaAsync(IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation);

    /// <summary>
    /// The names of the schemas beside the current one that are in this database, without the server's own; none where a schema is a
    /// database by itself.
    /// </summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="StatementException">The catalog could not be read.</exception>
    public virtual Task<IReadOnlyList<string>> ReadOtherSchemasAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>
    /// The schema with the statements that make its things in the database's own words, as far as a script needs them: what the
    /// model has no words for becomes <see cref="DatabaseSchema.Natives"/>. What is still <see cref="DatabaseSchema.Unread"/> then
    /// has no such statement.
    /// </summary>
    /// <param name="schema">The schema, as <see cref="ReadSchemaAsync"/> gave it.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="StatementException">The catalog could not be read.</exception>
    public virtual Task<DatabaseSchema> ReadDefinitionsAsync(DatabaseSchema schema, CancellationToken cancellation) => Task.FromResult(schema);

    /// <summary>
    /// The statements of a script in the order in which this database lists what they make, where a dump shows that order.
    /// </summary>
    /// <param name="statements">The statements, in an order in which they can run.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="StatementException">The catalog could not be read.</exception>
    public virtual Task<IReadOnlyList<string>> ArrangeAsync(IReadOnlyList<string> statements, CancellationToken cancellation) => Task.FromResult(statements);

    /// <summary>About how many rows the tables hold and how large they are, in a number of queries that does not grow with them.</summary>
    /// <param name="schema">The schema, as <see cref="ReadSchemaAsync"/> gave it.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="StatementException">The catalog could not be read.</exception>
    public abstract Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadStatisticsAsync(DatabaseSchema schema, CancellationToken cancellation);

    /// <summary>The first rows of a table by its primary key, their values as text; NULL is null.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">How many at most.</param>
    /// <param name="width">How many characters, or bytes, of each value are of interest; one more is given where it is longer.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="StatementException">The table could not be read.</exception>
    public async Task<IReadOnlyList<ValueList<string?>>> ReadRowsAsync(Table table, int rows, int width, CancellationToken cancellation)
    {
        if (table.Columns.Count == 0) return [];
        var order = table.PrimaryKey is null ? "" : " ORDER BY " + string.Join(", ", table.PrimaryKey.Columns.Select(Dialect.Quote));
        var columns = string.Join(", ", table.Columns.Select(column => Excerpt(column, Dialect.Quote(column.Name), width + 1)));
        var found = new List<ValueList<string?>>();
        await QueryAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {columns} FROM {Dialect.Quote(table.Name)}{order} LIMIT {rows}"),
            row => found.Add(Enumerable.Range(0, table.Columns.Count).Select(i => row.IsDBNull(i) ? null : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)).ToValueList()),
            cancellation);
        return found;
    }

    /// <summary>What the driver's exception means.</summary>
    /// <param name="exception">What the driver threw.</param>
    /// <param name="sql">The statement it was about, for finding the place in it.</param>
    public abstract DatabaseError Explain(Exception exception, string sql);

    /// <summary>
    /// Runs statements in order, in as few round trips as the database allows, and stops at the first that fails.
    /// </summary>
    /// <param name="statements">The statements; those that begin and end transactions are among them.</param>
    /// <param name="observer">Told of each statement as it is done.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="StatementException">A statement failed; it says which one, and the ones before it are done.</exception>
    public virtual async Task RunAsync(IReadOnlyList<SqlStatement> statements, IStatementObserver observer, CancellationToken cancellation)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i].Code is not null)
            {
                await RunCodeAsync(statements, i, observer, cancellation);
                continue;
            }

            var started = Stopwatch.GetTimestamp();
            observer.Started(i);
            try
            {
                cancellation.ThrowIfCancellationRequested();
                var affected = statements[i].Row is { } row ? await ReadAsync(statements[i].Text, row, cancellation) : await ExecuteAsync(statements[i].Text, cancellation);
                observer.Completed(i, affected, Stopwatch.GetElapsedTime(started));
            }
            catch (Exception exception) when (exception is DbException or OperationCanceledException or IOException or InvalidOperationException)
            {
                throw new StatementException(i, Explain(exception, statements[i].Text), exception);
            }
        }
    }

    /// <summary>Runs one statement for the single value it yields; null when it yields no row or NULL.</summary>
    /// <exception cref="StatementException">The database refused it.</exception>
    public async Task<string?> ScalarAsync(string sql, CancellationToken cancellation)
    {
        string? value = null;
        await QueryAsync(sql, row => value = Text(row), cancellation);
        return value;
    }

    /// <summary>Runs a query and shows each row to a function.</summary>
    /// <exception cref="StatementException">The database refused it.</exception>
    public async Task QueryAsync(string sql, Action<DbDataReader> row, CancellationToken cancellation)
    {
        try
        {
            await using var command = Connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) row(reader);
        }
        catch (Exception exception) when (exception is DbException or IOException or OperationCanceledException or InvalidOperationException)
        {
            throw new StatementException(0, Explain(exception, sql), exception);
        }
    }

    /// <summary>The rights without which migrations can usually not be applied, as far as this user lacks them and the database tells.</summary>
    /// <param name="cancellation">Cancels the reading of the catalog.</param>
    /// <returns>Each as its database calls it, with what it is for: <c>CREATE on schema public</c>.</returns>
    /// <exception cref="StatementException">The catalog could not be read.</exception>
    public abstract Task<IReadOnlyList<string>> MissingRightsAsync(CancellationToken cancellation);

    /// <summary>Whether it makes rows out of the fields of a file by itself: they are left to it, instead of being made values while it writes.</summary>
    internal virtual bool TakesFields => false;

    /// <summary>Writes rows by the fastest way that is safe, inside the transaction that is open.</summary>
    /// <param name="target">The table and the columns.</param>
    /// <param name="windows">
    /// The rows, a few thousand at a time: for each column null, a text, a bool, a number, a date, a time, a <see cref="Guid"/> or bytes. The next
    /// window may be asked for while the one before it is still on its way, so nothing that makes them may use this session.
    /// </param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <exception cref="RowException">The database refused a row; the transaction is to be rolled back.</exception>
    public virtual async Task WriteRowsAsync(RowTarget target, IAsyncEnumerable<IReadOnlyList<object?[]>> windows, CancellationToken cancellation)
    {
        var inserts = new RowInserts(this, Dialect, target);
        await foreach (var rows in windows.WithCancellation(cancellation)) await inserts.WriteAsync(rows, cancellation);
    }

    /// <summary>Writes one row and reads the key that the database numbered it with.</summary>
    /// <param name="target">The table and the columns.</param>
    /// <param name="row">The row, as <see cref="WriteRowsAsync"/> takes it.</param>
    /// <param name="key">The column that numbers the rows by itself.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>The key.</returns>
    /// <exception cref="RowException">The database refused the row; the transaction is to be rolled back.</exception>
    public async Task<object?> WriteRowAsync(RowTarget target, object?[] row, string key, CancellationToken cancellation)
    {
        var insert = new RowInserts(this, Dialect, target).Statement(row).Text;
        try
        {
            object? value = null;
            if (Dialect.Traits.LastGeneratedKey is { } last) await ExecuteAsync(insert, cancellation);
            else last = $"{insert} RETURNING {Dialect.Quote(key)}";
            await QueryAsync(last, reader => value = reader.GetValue(0), cancellation);
            return value;
        }
        catch (StatementException refused)
        {
            throw new RowException(0, row, refused.Error, refused.InnerException ?? refused);
        }
        catch (Exception exception) when (exception is DbException or IOException or OperationCanceledException or InvalidOperationException)
        {
            throw new RowException(0, row, Explain(exception, insert), exception);
        }
    }

    /// <summary>
    /// Makes a column that numbers rows go on after the largest number it holds, where rows that bring their own numbers do not do
    /// that by themselves (PostgreSQL).
    /// </summary>
    /// <exception cref="StatementException">The database refused it.</exception>
    public virtual Task AdvanceNumberingAsync(ObjectName table, string column, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Leaves the transaction that a failure left open, if there is one and the connection still stands.</summary>
    public abstract Task RollbackAsync();

    /// <summary>
    /// The statements that drop every table, view, routine, sequence and type of the schema, in an order that works, with the
    /// transactions they are to be run in.
    /// </summary>
    /// <param name="keep">The names of tables that stay.</param>
    /// <param name="cancellation">Cancels the reading of the catalog.</param>
    public abstract Task<IReadOnlyList<SqlStatement>> WipeAsync(IReadOnlyCollection<string> keep, CancellationToken cancellation);

    /// <summary>
    /// What a statement that runs outside any transaction has left behind when its run was cut off: asks the catalog whether
    /// the effect is there, and clears away what a failed attempt leaves (an invalid index).
    /// </summary>
    public virtual Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation) =>
        Task.FromResult(StatementEffect.Unclear);

    /// <summary>
    /// Finds a statement that the server is still running for a client that may be gone: PostgreSQL, MySQL and MariaDB finish what
    /// they have begun.
    /// </summary>
    /// <param name="tag">The comment with which the statement begins.</param>
    /// <param name="cancellation">Cancels the search.</param>
    /// <returns>Who runs it; null when nobody does.</returns>
    public virtual Task<LockHolder?> FindRunningAsync(string tag, CancellationToken cancellation) => Task.FromResult<LockHolder?>(null);

    /// <summary>Who uses some tables, or may: what a statement waits for that does not get a lock.</summary>
    /// <param name="tables">The tables, as they are written in SQL.</param>
    /// <param name="cancellation">Cancels the search.</param>
    /// <returns>Those that are known; none where the database does not tell, or not this user.</returns>
    public virtual Task<IReadOnlyList<LockHolder>> FindHoldersAsync(IReadOnlyCollection<string> tables, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LockHolder>>([]);

    /// <summary>
    /// Switches the checking of foreign keys off until what is returned is disposed of, where a rebuild of a table would
    /// otherwise set their actions off. Called outside of transactions. Null where there is nothing to switch.
    /// </summary>
    public virtual Task<IAsyncDisposable?> SuspendForeignKeysAsync(CancellationToken cancellation) => Task.FromResult<IAsyncDisposable?>(null);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>An expression for the beginning of a column's value as text.</summary>
    /// <param name="column">The column.</param>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="width">How many characters, or bytes, at most.</param>
    protected abstract string Excerpt(Column column, string name, int width);

    /// <summary>Runs the code that stands in a statement's place.</summary>
    /// <exception cref="StatementException">It threw.</exception>
    protected async Task RunCodeAsync(IReadOnlyList<SqlStatement> statements, int index, IStatementObserver observer, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        observer.Started(index);
        try
        {
            await statements[index].Code!(Connection, cancellation);
        }
#pragma warning disable CA1031 // whatever an author's code throws is a failure of that migration, and told as one
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            var error = thrown is DbException or OperationCanceledException
                ? Explain(thrown, "") with { Offset = null }
                : new DatabaseError(DatabaseErrorKind.Refused, thrown.GetType().Name, thrown.Message);
            throw new StatementException(index, error, thrown);
        }

        observer.Completed(index, -1, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>The first value of a row as text; null where it is NULL.</summary>
    internal static string? Text(DbDataReader row) => row.IsDBNull(0) ? null : Convert.ToString(row.GetValue(0), null);

    private async Task<int> ReadAsync(string sql, Action<DbDataReader> row, CancellationToken cancellation)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) row(reader);
        return -1;
    }

    /// <summary>Runs one statement and reads its results to the end.</summary>
    /// <returns>The number of rows inserted, updated or deleted; -1 for other statements.</returns>
    protected virtual async Task<int> ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
