using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>An open connection to PostgreSQL.</summary>
internal sealed class PostgreSqlSession(NpgsqlConnection connection) : DatabaseSession
{
    public override DbConnection Connection => connection;

    public override Dialect Dialect => PostgreSqlDialect.Instance;

    public override string ServerVersion => $"PostgreSQL {connection.PostgreSqlVersion.ToString(2)}";

    public override ScriptSplitter Splitter => PostgreSqlDialect.Instance.Splitter;

    /// <summary>
    /// Sends all statements in one message of the extended protocol: one round trip. After a failure the server skips what
    /// follows up to the end of the message (PostgreSQL manual, 55.2.4 Pipelining).
    /// </summary>
    public override async Task RunAsync(IReadOnlyList<SqlStatement> statements, IStatementObserver observer, CancellationToken cancellation)
    {
        for (var first = 0; first < statements.Count;)
        {
            var end = first;
            while (end < statements.Count && statements[end].Code is null) end++;
            if (end > first) await SendAsync(first == 0 && end == statements.Count ? statements : [.. statements.Take(end).Skip(first)], new Shifted(observer, first), cancellation);
            else await RunCodeAsync(statements, end++, observer, cancellation);
            first = end;
        }
    }

    public override Task<IReadOnlyList<string>> MissingRightsAsync(CancellationToken cancellation) => PostgreSqlRights.MissingAsync(this, cancellation);

    private async Task SendAsync(IReadOnlyList<SqlStatement> statements, Shifted observer, CancellationToken cancellation)
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
                if (progress.Done < statements.Count && statements[progress.Done].Row is { } row) await ReadAsync(reader, row, cancellation);
            }
            while (await reader.NextResultAsync(cancellation));
            await reader.CloseAsync();
        }
        catch (Exception exception) when (exception is DbException or OperationCanceledException or IOException or InvalidOperationException or TimeoutException)
        {
            progress.Report();
            var index = Math.Min(progress.Done, statements.Count - 1);
            throw new StatementException(observer.First + index, Explain(exception, statements[index].Text), exception);
        }

        progress.Finish();
    }

    public override string Product => "postgresql";

    public override SqlGenerator Generator { get; } = new PostgreSqlSqlGenerator(connection.PostgreSqlVersion.Major);

    public override Task<DatabaseSchema> ReadSchemaAsync(IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation) =>
        new PostgreSqlSchemaReader(this, connection).ReadAsync(otherSchemas, cancellation);

    // Every database begins with a schema "public": it counts when something is in it.
    public override async Task<IReadOnlyList<string>> ReadOtherSchemasAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        await QueryAsync(
            $"""
            SELECT n.nspname FROM pg_namespace n
            WHERE n.nspname <> current_schema() AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND {CatalogQueries.NotOfExtension("pg_namespace", "n.oid")}
              AND (n.nspname <> 'public' OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid))
            ORDER BY 1
            """,
            reader => names.Add(reader.GetString(0)), cancellation);
        return names;
    }

    public override Task<DatabaseSchema> ReadDefinitionsAsync(DatabaseSchema schema, CancellationToken cancellation) =>
        PostgreSqlDefinitions.ReadAsync(new CatalogBatch(this, connection), schema, connection.PostgreSqlVersion.Major, cancellation);

    public override Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadStatisticsAsync(DatabaseSchema schema, CancellationToken cancellation) =>
        PostgreSqlStatistics.ReadAsync(this, schema, cancellation);

    protected override string Excerpt(Column column, string name, int width) => $"left({name}::text, {width})";

    public override DatabaseError Explain(Exception exception, string sql) => PostgreSqlErrors.Explain(exception, sql);

    internal override bool TakesFields => true;

    public override Task WriteRowsAsync(RowTarget target, IAsyncEnumerable<IReadOnlyList<object?[]>> windows, CancellationToken cancellation) =>
        target.Key.Count == 0 && target.Columns.Count > 0
            ? new PostgreSqlCopy(connection, target).WriteAsync(windows, cancellation)
            : base.WriteRowsAsync(target, windows, cancellation);

    public override async Task AdvanceNumberingAsync(ObjectName table, string column, CancellationToken cancellation)
    {
        var name = PostgreSqlNames.Quote(column);
        await QueryAsync(
            $"""
            SELECT setval(numbering, last) FROM (
                SELECT pg_get_serial_sequence({PostgreSqlLiterals.Quoted(PostgreSqlNames.Quote(table))}, {PostgreSqlLiterals.Quoted(column)}) AS numbering,
                       (SELECT max({name}) FROM {PostgreSqlNames.Quote(table)}) AS last
            ) AS found WHERE numbering IS NOT NULL AND last > coalesce(pg_sequence_last_value(numbering::regclass), 0)
            """,
            _ => { }, cancellation);
    }

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

    public override async Task<LockHolder?> FindRunningAsync(string tag, CancellationToken cancellation)
    {
        LockHolder? found = null;
        await QueryAsync(
            $"""
            SELECT pid::text, to_char(timezone('utc', query_start), 'YYYY-MM-DD HH24:MI:SS'), query FROM pg_stat_activity
            WHERE state = 'active' AND pid <> pg_backend_pid() AND datname = current_database()
                  AND starts_with(query, {PostgreSqlDialect.Instance.Literal(tag)})
            """,
            reader => found = new LockHolder($"backend {reader.GetString(0)}", PostgreSqlLock.Moment(reader.GetString(1)), reader.GetString(2)), cancellation);
        return found;
    }

    public override async Task<IReadOnlyList<LockHolder>> FindHoldersAsync(IReadOnlyCollection<string> tables, CancellationToken cancellation)
    {
        var holders = new List<LockHolder>();
        var names = string.Join(", ", tables.Select(table => $"to_regclass({PostgreSqlDialect.Instance.Literal(table)})"));
        if (names.Length == 0) return holders;
        await QueryAsync(
            $"""
            SELECT DISTINCT a.pid, coalesce(a.usename, '?') || coalesce('@' || host(a.client_addr), ''),
                   to_char(timezone('utc', coalesce(a.xact_start, a.query_start)), 'YYYY-MM-DD HH24:MI:SS'), coalesce(a.state, '?') || ': ' || left(a.query, 60)
            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.granted AND l.locktype = 'relation' AND l.pid <> pg_backend_pid() AND l.relation IN ({names})
                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY a.pid LIMIT 10
            """,
            reader => holders.Add(new LockHolder($"backend {reader.GetInt32(0)} ({reader.GetString(1)})", PostgreSqlLock.Moment(reader.GetString(2)), reader.GetString(3))),
            cancellation);
        return holders;
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    // A message that does not begin with the first statement of the list.
    private sealed class Shifted(IStatementObserver observer, int first) : IStatementObserver
    {
        internal int First => first;

        public void Started(int index) => observer.Started(first + index);

        public void Completed(int index, int rowsAffected, TimeSpan elapsed) => observer.Completed(first + index, rowsAffected, elapsed);
    }

    private static async Task ReadAsync(NpgsqlDataReader reader, Action<DbDataReader> row, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation)) row(reader);
    }

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
