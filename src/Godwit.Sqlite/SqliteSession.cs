using System.Data.Common;
using Godwit.Dialects;
using Godwit.Sql;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>An open connection to an SQLite database.</summary>
internal sealed class SqliteSession(SqliteConnection connection, SqliteLibrary library, Ownership ownership) : DatabaseSession
{
    // The driver waits in steps of 150 ms up to this; the engine above it polls, so that a waiting run can say so and be cancelled.
    internal const int BusySeconds = 1;

    public override DbConnection Connection => connection;

    public override string ServerVersion => $"SQLite {connection.ServerVersion}";

    public override ScriptSplitter Splitter => SqliteDialect.Instance.Splitter;

    public override DatabaseError Explain(Exception exception, string sql) => exception switch
    {
        SqliteException refused => new DatabaseError(SqliteErrors.KindOf(refused), SqliteErrors.CodeOf(refused), SqliteErrors.MessageOf(refused))
        {
            Offset = library.ErrorOffset(connection, sql) ?? SqliteErrors.OffsetByMessage(refused, sql),
        },
        OperationCanceledException => new DatabaseError(DatabaseErrorKind.Cancelled, "SQLITE_INTERRUPT", "The statement was cancelled."),
        _ => new DatabaseError(DatabaseErrorKind.Refused, "SQLITE_MISUSE", exception.Message),
    };

    public override async Task RollbackAsync()
    {
        // autocommit is off exactly while a transaction is open
        if (connection.Handle is null || SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0) return;
        await using var command = connection.CreateCommand();
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public override Task<IReadOnlyList<SqlStatement>> WipeAsync(IReadOnlyCollection<string> keep, CancellationToken cancellation) =>
        SqliteWipe.PlanAsync(this, keep, cancellation);

    /// <summary>What SQLite refuses inside a transaction (VACUUM, ATTACH, some PRAGMAs) has the same effect when it is run twice.</summary>
    public override Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation) =>
        Task.FromResult(StatementEffect.Absent);

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
}
