using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>An open connection to MySQL or MariaDB.</summary>
internal sealed class MySqlSession : DatabaseSession
{
    private readonly DbConnection connection;
    private readonly Ownership ownership;

    private MySqlSession(DbConnection connection, Ownership ownership, string version, string sqlMode)
    {
        this.connection = connection;
        this.ownership = ownership;
        ServerVersion = version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase)
            ? $"MariaDB {version.Split('-')[0]}"
            : $"MySQL {version.Split('-')[0]}";
        var modes = SqlModeSetting.Of(sqlMode);
        Splitter = modes == SqlModes.Default ? MySqlDialect.Instance.Splitter : new MySqlScriptSplitter(modes);
        Traits = MySqlTraits.Of(version);
        Generator = new MySqlSqlGenerator(Traits, modes);
    }

    public override DbConnection Connection => connection;

    public override Dialect Dialect => MySqlDialect.Instance;

    public override string ServerVersion { get; }

    public override ScriptSplitter Splitter { get; }

    /// <summary>
    /// Whether the server is a node of a cluster, which may roll a transaction back at any moment. Statements are then sent one by
    /// one, so that each can say so, and autocommit is off inside transactions, so that what follows a rollback does not last either.
    /// </summary>
    internal bool IsNode { get; set; }

    internal static async Task<MySqlSession> BeginAsync(DbConnection connection, Ownership ownership, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT VERSION(), @@sql_mode";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new MySqlSession(connection, ownership, reader.GetString(0), reader.GetString(1));
    }

    public override string Product => Traits.Product;

    /// <summary>What the server can, and how it spells things.</summary>
    internal MySqlTraits Traits { get; }

    public override SqlGenerator Generator { get; }

    public override Task<DatabaseSchema> ReadSchemaAsync(IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation) =>
        new MySqlSchemaReader(this).ReadAsync(otherSchemas, cancellation);

    public override Task<DatabaseSchema> ReadDefinitionsAsync(DatabaseSchema schema, CancellationToken cancellation) =>
        new MySqlDefinitions(this).ReadAsync(schema, cancellation);

    public override Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadStatisticsAsync(DatabaseSchema schema, CancellationToken cancellation) =>
        MySqlStatistics.ReadAsync(this, schema, cancellation);

    public override DatabaseError Explain(Exception exception, string sql) => MySqlErrors.Explain(exception, sql);

    public override async Task RollbackAsync()
    {
        if (connection.State is not ConnectionState.Open) return;
        await ExecuteAsync("ROLLBACK", CancellationToken.None);
    }

    public override Task<IReadOnlyList<SqlStatement>> WipeAsync(IReadOnlyCollection<string> keep, CancellationToken cancellation) =>
        MySqlWipe.PlanAsync(this, keep, cancellation);

    public override Task<IReadOnlyList<string>> MissingRightsAsync(CancellationToken cancellation) => MySqlRights.MissingAsync(this, cancellation);

    public override Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation) =>
        new MySqlProbe(this).ProbeAsync(statement, cancellation);

    public override async Task<LockHolder?> FindRunningAsync(string tag, CancellationToken cancellation)
    {
        LockHolder? found = null;
        await QueryAsync(
            $"""
            SELECT ID, INFO FROM information_schema.PROCESSLIST
            WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND LOCATE({MySqlDialect.Instance.Literal(tag)}, INFO) > 0
            """,
            reader => found = new LockHolder($"connection {reader.GetValue(0)}", null, reader.GetString(1)), cancellation);
        return found;
    }

    /// <summary>
    /// Every open transaction that has changed or read something: which of them holds the lock on a table's definition is told by a
    /// plug-in only that few servers have.
    /// </summary>
    public override async Task<IReadOnlyList<LockHolder>> FindHoldersAsync(IReadOnlyCollection<string> tables, CancellationToken cancellation)
    {
        var holders = new List<LockHolder>();
        await QueryAsync(
            """
            SELECT p.ID, concat(p.USER, '@', p.HOST), date_format(date_sub(utc_timestamp(), INTERVAL timestampdiff(SECOND, t.trx_started, now()) SECOND), '%Y-%m-%d %H:%i:%s'),
                   concat(p.COMMAND, ': ', coalesce(left(p.INFO, 60), 'an open transaction'))
            FROM information_schema.INNODB_TRX t JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
            WHERE p.ID <> connection_id() ORDER BY t.trx_started LIMIT 10
            """,
            reader => holders.Add(new LockHolder($"connection {reader.GetValue(0)} ({reader.GetString(1)})",
                DateTimeOffset.ParseExact(reader.GetString(2), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), reader.GetString(3))),
            cancellation);
        return holders;
    }

    public override ValueTask DisposeAsync() => ownership is Ownership.Ours ? connection.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>
    /// Sends Godwit's own statements together with the DDL statement after them in one message, of which the server runs one
    /// statement after the other and stops at the first that fails. A variable of the session tells how far it came.
    /// </summary>
    public override async Task RunAsync(IReadOnlyList<SqlStatement> statements, IStatementObserver observer, CancellationToken cancellation)
    {
        if (IsNode || ownership is Ownership.Theirs)
        {
            // variables are not allowed on every connection, and text is sent as it is only where they are
            await base.RunAsync(statements, observer, cancellation);
            return;
        }

        for (var first = 0; first < statements.Count;)
        {
            if (statements[first].Code is not null)
            {
                await RunCodeAsync(statements, first++, observer, cancellation);
                continue;
            }

            var end = EndOfMessage(statements, first);
            await SendAsync(new MySqlMessage(statements, first, end, Traits.Answers), observer, cancellation);
            first = end;
        }
    }

    private static void Interrupt(DbCommand command)
    {
        try
        {
            command.Cancel();
        }
        catch (DbException)
        {
            // There is nothing left to interrupt (1094, unknown thread id): the session is gone, which its statement says itself.
        }
    }

    private int EndOfMessage(IReadOnlyList<SqlStatement> statements, int first)
    {
        var end = first;
        while (end < statements.Count && statements[end] is { Location: null, Code: null }) end++;
        var takesNext = end < statements.Count && statements[end].Code is null && (end == first || Splitter.BehaviorOf(statements[end]) is TransactionBehavior.CommitsImplicitly);
        return takesNext ? end + 1 : end;
    }

    private async Task SendAsync(MySqlMessage message, IStatementObserver observer, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        observer.Started(message.First);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var affected = await ReadToEndAsync(message.Text, cancellation, Noted, message.Row);
            for (var i = message.First + message.Notes; i <= message.Last; i++) observer.Completed(i, message.IsSingle ? affected : -1, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is DbException or OperationCanceledException or IOException or InvalidOperationException)
        {
            var failed = await FailedAsync(message);
            throw new StatementException(failed, Explain(exception, message.TextOf(failed)), exception);
        }

        // What Godwit noted is committed, and the author's statement runs.
        void Noted()
        {
            if (message.Notes == 0) return;
            for (var i = message.First; i < message.First + message.Notes; i++) observer.Completed(i, -1, Stopwatch.GetElapsedTime(started));
            started = Stopwatch.GetTimestamp();
            observer.Started(message.Last);
        }
    }

    private async Task<int> FailedAsync(MySqlMessage message)
    {
        if (message.IsSingle || connection.State is not ConnectionState.Open) return message.Last;
        try
        {
            var reached = await ScalarAsync(MySqlMessage.Reached, CancellationToken.None);
            return reached is null ? message.First : message.First + int.Parse(reached, CultureInfo.InvariantCulture);
        }
        catch (StatementException lost) when (lost.Error.Kind is DatabaseErrorKind.ConnectionLost)
        {
            return message.Last;
        }
    }

    // Bytes that are no text are shown as the hexadecimal literal of them.
    protected override string Excerpt(Column column, string name, int width)
    {
        var type = column.Type is ColumnType.Native native ? CanonicalType.Word(native.Sql) : "";
        return type switch
        {
            "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection" => $"LEFT(ST_AsText({name}), {width})",
            "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" or "vector" => $"CONCAT('0x', HEX(LEFT({name}, {width})))",
            "bit" => $"CONCAT('0x', HEX({name}))",
            _ => $"LEFT(CAST({name} AS CHAR), {width})",
        };
    }

    protected override async Task<int> ExecuteAsync(string sql, CancellationToken cancellation)
    {
        if (IsNode && sql == "BEGIN") await ReadToEndAsync("SET autocommit = 0", cancellation);
        var affected = await ReadToEndAsync(sql, cancellation);
        if (IsNode && sql is ("COMMIT" or "ROLLBACK")) await ReadToEndAsync("SET autocommit = 1", cancellation);
        return affected;
    }

    // CALL and compound statements may yield several results: all are read, because an error may stand in a later one.
    private async Task<int> ReadToEndAsync(string sql, CancellationToken cancellation, Action? answered = null, Action<DbDataReader>? row = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var interrupt = cancellation.Register(() => Interrupt(command));
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        if (reader is null) throw await InterruptionAsync(cancellation);
        answered?.Invoke();
        do
        {
            while (row is not null && reader.FieldCount > 0 && await reader.ReadAsync(CancellationToken.None)) row(reader);
        }
        while (await reader.NextResultAsync(CancellationToken.None));

        return reader.RecordsAffected;
    }

    // MySql.Data has neither a reader nor an exception for a statement that was interrupted (error 1317). If nobody asked for
    // that, the session may have ended with it, which the next statement tells.
    private async Task<Exception> InterruptionAsync(CancellationToken cancellation)
    {
        if (!cancellation.IsCancellationRequested) await ExecuteAsync("DO 0", CancellationToken.None);
        return new OperationCanceledException("The server interrupted the statement.", cancellation);
    }
}
