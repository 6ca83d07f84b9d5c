using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Godwit.Dialects;
using Godwit.Sql;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>An open connection to PostgreSQL.</summary>
internal sealed class PostgreSqlSession(NpgsqlConnection connection) : DatabaseSession
{
    public override DbConnection Connection => connection;

    public override string ServerVersion => $"PostgreSQL {connection.PostgreSqlVersion.ToString(2)}";

    public override ScriptSplitter Splitter => PostgreSqlDialect.Instance.Splitter;

    /// <summary>
    /// Sends all statements in one message of the extended protocol: one round trip. After a failure the server skips what
    /// follows up to the end of the message (PostgreSQL manual, 55.2.4 Pipelining).
    /// </summary>
    public override async Task RunAsync(IReadOnlyList<SqlStatement> statements, IStatementObserver observer, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var statement in statements) batch.BatchCommands.Add(new NpgsqlBatchCommand(statement.Text));
        var progress = new BatchProgress(batch, observer);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            do
            {
                progress.Report();
            }
            while (await reader.NextResultAsync(cancellation));
            await reader.CloseAsync();
        }
        catch (Exception exception) when (exception is DbException or OperationCanceledException or IOException or InvalidOperationException or TimeoutException)
        {
            progress.Report();
            var index = Math.Min(progress.Done, statements.Count - 1);
            throw new StatementException(index, Explain(exception, statements[index].Text), exception);
        }

        progress.Finish();
    }

    public override DatabaseError Explain(Exception exception, string sql) => PostgreSqlErrors.Explain(exception, sql);

    public override async Task RollbackAsync()
    {
        if (connection.FullState is not (ConnectionState.Open or (ConnectionState.Open | ConnectionState.Fetching))) return;
        await using var command = new NpgsqlCommand("ROLLBACK", connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public override Task<IReadOnlyList<SqlStatement>> WipeAsync(IReadOnlyCollection<string> keep, CancellationToken cancellation) =>
        PostgreSqlWipe.PlanAsync(this, keep, cancellation);

    public override Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation) =>
        new PostgreSqlProbe(this).ProbeAsync(statement, cancellation);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    // A batch command knows the kind of its statement when the server has answered for it.
    private sealed class BatchProgress(NpgsqlBatch batch, IStatementObserver observer)
    {
        private long since = Stopwatch.GetTimestamp();

        internal int Done { get; private set; }

        internal void Report()
        {
            var before = Done;
            while (Done < batch.BatchCommands.Count && batch.BatchCommands[Done].StatementType is not Npgsql.StatementType.Unknown) Complete();
            if (Done > before) since = Stopwatch.GetTimestamp();
            if (Done < batch.BatchCommands.Count) observer.Started(Done);
        }

        internal void Finish()
        {
            while (Done < batch.BatchCommands.Count) Complete();
        }

        private void Complete()
        {
            observer.Completed(Done, batch.BatchCommands[Done].RecordsAffected, Stopwatch.GetElapsedTime(since));
            Done++;
        }
    }
}
