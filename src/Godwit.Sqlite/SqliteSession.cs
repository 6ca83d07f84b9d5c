using System.Data.Common;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Schema;
using Godwit.Sql;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>An open connection to an SQLite database.</summary>
internal sealed class SqliteSession(SqliteConnection connection, SqliteLibrary library, Ownership ownership) : DatabaseSession
{
    // The driver waits in steps of 150 ms up to this; the engine above it polls, so that a waiting run can say so and be cancelled.
    internal const int BusySeconds = 1;

    public override DbConnection Connection => connection;

    public override Dialect Dialect => SqliteDialect.Instance;

    public override string ServerVersion => $"SQLite {connection.ServerVersion}";

    public override ScriptSplitter Splitter => SqliteDialect.Instance.Splitter;

    public override string Product => "sqlite";

    public override SqlGenerator Generator => SqliteDialect.Instance.Generator;

    public override Task<DatabaseSchema> ReadSchemaAsync(IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation) =>
        new SqliteSchemaReader(this).ReadAsync(cancellation);

    public override Task<DatabaseSchema> ReadDefinitionsAsync(DatabaseSchema schema, CancellationToken cancellation) =>
        new SqliteDefinitions(this).ReadAsync(schema, cancellation);

    public override Task<IReadOnlyList<string>> ArrangeAsync(IReadOnlyList<string> statements, CancellationToken cancellation) =>
        new SqliteDefinitions(this).ArrangeAsync(statements, cancellation);

    public override Task<IReadOnlyDictionary<ObjectName, TableStatistics>> ReadStatisticsAsync(DatabaseSchema schema, CancellationToken cancellation) =>
        SqliteStatistics.ReadAsync(this, schema, cancellation);

    // A column may hold values of several types.
    protected override string Excerpt(Column column, string name, int width) =>
        $"CASE typeof({name}) WHEN 'blob' THEN 'x''' || hex(substr({name}, 1, {width})) || '''' WHEN 'text' THEN substr({name}, 1, {width}) ELSE CAST({name} AS TEXT) END";

    public override DatabaseError Explain(Exception exception, string sql) => exception switch
    {
        SqliteException refused => new DatabaseError(SqliteErrors.KindOf(refused), SqliteErrors.CodeOf(refused), SqliteErrors.MessageOf(refused))
        {
            Detail = SqliteErrors.HintOf(SqliteErrors.MessageOf(refused)),
            Offset = library.ErrorOffset(connection, sql) ?? SqliteErrors.OffsetByMessage(refused, sql),
        },
        OperationCanceledException => new DatabaseError(DatabaseErrorKind.Cancelled, "SQLITE_INTERRUPT", "The statement was cancelled."),
        _ => new DatabaseError(DatabaseErrorKind.Refused, "SQLITE_MISUSE", exception.Message),
    };

    public override async Task WriteRowsAsync(RowTarget target, IAsyncEnumerable<IReadOnlyList<object?[]>> windows, CancellationToken cancellation)
    {
        try
        {
            using var writer = new SqliteRowWriter(connection, target);
            await foreach (var rows in windows.WithCancellation(cancellation)) writer.Write(rows, cancellation);
        }
        catch (SqliteException exception)
        {
            throw new RowException(Explain(exception, ""), exception);
        }
    }

    public override async Task RollbackAsync()
    {
        // autocommit is off exactly while a transaction is open
        if (connection.Handle is null || SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0) return;
        await using var command = connection.CreateCommand();
        // A rebuild of a table can have been cut off between its two pragmas, which no rollback undoes.
        command.CommandText = "ROLLBACK; PRAGMA legacy_alter_table = OFF";
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public override Task<IReadOnlyList<string>> MissingRightsAsync(CancellationToken cancellation) =>
        Task.FromResult(File.Exists(connection.DataSource) ? SqliteRights.Missing(connection.DataSource) : []);

    public override Task<IReadOnlyList<SqlStatement>> WipeAsync(IReadOnlyCollection<string> keep, CancellationToken cancellation) =>
        SqliteWipe.PlanAsync(this, keep, cancellation);

    /// <summary>What SQLite refuses inside a transaction (VACUUM, ATTACH, some PRAGMAs) has the same effect when it is run twice.</summary>
    public override Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation) =>
        Task.FromResult(StatementEffect.Absent);

    /// <summary>PRAGMA foreign_keys has no effect inside a transaction (SQLite, "PRAGMA Statements"), so it is switched outside.</summary>
    public override async Task<IAsyncDisposable?> SuspendForeignKeysAsync(CancellationToken cancellation)
    {
        if (await ScalarAsync("PRAGMA foreign_keys", cancellation) != "1") return null;
        await ExecuteAsync("PRAGMA foreign_keys = OFF", cancellation);
        return new SuspendedForeignKeys(this);
    }

    public override ValueTask DisposeAsync() => ownership is Ownership.Ours ? connection.DisposeAsync() : ValueTask.CompletedTask;

    // The driver runs synchronously; a cancellation arrives on another thread and interrupts the statement.
    protected override Task<int> ExecuteAsync(string sql, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = BusySeconds;
        using var interrupt = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        return Task.FromResult(command.ExecuteNonQuery());
    }

    private sealed class SuspendedForeignKeys(SqliteSession session) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await session.ExecuteAsync("PRAGMA foreign_keys = ON", CancellationToken.None);
    }
}
