using System.Data.Common;
using System.Diagnostics;
using Godwit.Sql;

namespace Godwit.Dialects;

/// <summary>One open connection, through which statements are run.</summary>
public abstract class DatabaseSession : IAsyncDisposable
{
    /// <summary>The connection. Whoever uses it directly does so between calls to this session.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>The database product with its version, as people call it: <c>PostgreSQL 15.18</c>.</summary>
    public abstract string ServerVersion { get; }

    /// <summary>Splits scripts by the settings in force in this session.</summary>
    public abstract ScriptSplitter Splitter { get; }

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
            var started = Stopwatch.GetTimestamp();
            observer.Started(i);
            try
            {
                cancellation.ThrowIfCancellationRequested();
                var affected = await ExecuteAsync(statements[i].Text, cancellation);
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
        await QueryAsync(sql, reader => value = reader.IsDBNull(0) ? null : Convert.ToString(reader.GetValue(0), null), cancellation);
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

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

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
