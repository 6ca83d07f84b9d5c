using System.Net.Sockets;
using Godwit.Dialects;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>What PostgreSQL's error codes amount to (PostgreSQL manual, appendix A).</summary>
internal static class PostgreSqlErrors
{
    internal static DatabaseError Explain(Exception exception, string sql) => exception switch
    {
        PostgresException refused => new DatabaseError(KindOf(refused), refused.SqlState, refused.MessageText)
        {
            Offset = refused.Position > 0 ? Utf16Offset(sql, refused.Position - 1) : null,
            Detail = Join(refused.Detail, refused.Hint, refused.Where),
        },
        OperationCanceledException { InnerException: PostgresException { SqlState: "57014" } inner } =>
            new DatabaseError(DatabaseErrorKind.Cancelled, inner.SqlState, inner.MessageText),
        // the server did not confirm the cancellation in time
        OperationCanceledException { InnerException: TimeoutException or IOException } =>
            new DatabaseError(DatabaseErrorKind.ConnectionLost, "08006", exception.InnerException!.Message),
        OperationCanceledException => new DatabaseError(DatabaseErrorKind.Cancelled, "57014", "The statement was cancelled."),
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } lost =>
            new DatabaseError(DatabaseErrorKind.ConnectionLost, "08006", lost.InnerException!.Message),
        NpgsqlException or IOException or InvalidOperationException =>
            new DatabaseError(DatabaseErrorKind.ConnectionLost, "08000", exception.Message),
        _ => new DatabaseError(DatabaseErrorKind.Refused, "XX000", exception.Message),
    };

    private static DatabaseErrorKind KindOf(PostgresException exception) => exception.SqlState switch
    {
        "42P01" => DatabaseErrorKind.UndefinedTable,
        "42703" => DatabaseErrorKind.UndefinedColumn,
        "42P07" or "42710" or "42P06" => DatabaseErrorKind.AlreadyExists,
        // two sessions creating the same table at once collide in the catalog's own unique indexes
        "23505" when exception.SchemaName == "pg_catalog" => DatabaseErrorKind.AlreadyExists,
        "55P03" or "40P01" => DatabaseErrorKind.Busy,
        "53100" => DatabaseErrorKind.DiskFull,
        "25006" => DatabaseErrorKind.ReadOnly,
        "57014" => DatabaseErrorKind.Cancelled,
        "57P01" or "57P02" or "57P03" => DatabaseErrorKind.ConnectionLost,
        _ when exception.SqlState.StartsWith("08", StringComparison.Ordinal) => DatabaseErrorKind.ConnectionLost,
        _ => DatabaseErrorKind.Refused,
    };

    // The server counts characters, .NET counts UTF-16 units.
    private static int Utf16Offset(string sql, int characters)
    {
        var offset = 0;
        for (; characters > 0 && offset < sql.Length; characters--) offset += char.IsHighSurrogate(sql[offset]) ? 2 : 1;
        return Math.Min(offset, sql.Length);
    }

    private static string? Join(params ReadOnlySpan<string?> parts)
    {
        var text = "";
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part)) text += text.Length == 0 ? part : "\n" + part;
        }

        return text.Length == 0 ? null : text;
    }
}
