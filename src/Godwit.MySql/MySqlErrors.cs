using System.Data.Common;
using System.Globalization;
using Godwit.Dialects;

namespace Godwit.MySql;

/// <summary>What the error numbers of MySQL and MariaDB amount to (MySQL manual, "Server Error Message Reference").</summary>
internal static class MySqlErrors
{
    internal static DatabaseError Explain(Exception exception, string sql)
    {
        if (exception is OperationCanceledException) return new DatabaseError(DatabaseErrorKind.Cancelled, "1317", "The statement was cancelled.");
        if (exception is not DbException) return new DatabaseError(DatabaseErrorKind.ConnectionLost, "2013", exception.Message);
        var number = MySqlDriver.ErrorNumber(exception);
        return new DatabaseError(KindOf(number, exception), number.ToString(CultureInfo.InvariantCulture), exception.Message)
        {
            Offset = number == 1064 ? OffsetOf(exception.Message, sql) : null,
        };
    }

    private static DatabaseErrorKind KindOf(int number, Exception exception) => number switch
    {
        1146 => DatabaseErrorKind.UndefinedTable,
        1054 => DatabaseErrorKind.UndefinedColumn,
        1050 or 1062 => DatabaseErrorKind.AlreadyExists,
        1205 or 1213 => DatabaseErrorKind.Busy,
        1021 or 1114 => DatabaseErrorKind.DiskFull,
        1290 or 1792 or 1836 => DatabaseErrorKind.ReadOnly,
        1317 => DatabaseErrorKind.Cancelled,
        // a node that has left its cluster answers "WSREP has not yet prepared node for application use" (1047)
        1047 or 1053 or 1927 or 2006 or 2013 => DatabaseErrorKind.ConnectionLost,
        0 when exception.InnerException is IOException or System.Net.Sockets.SocketException => DatabaseErrorKind.ConnectionLost,
        0 when exception.Message.Contains("Fatal error", StringComparison.Ordinal) => DatabaseErrorKind.ConnectionLost,
        _ => DatabaseErrorKind.Refused,
    };

    // "… for the right syntax to use near 'TABEL posts (' at line 3": the text from the place of the error on, at most 80 characters.
    private static int? OffsetOf(string message, string sql)
    {
        const string Near = "near '";
        const string AtLine = "' at line ";
        var start = message.IndexOf(Near, StringComparison.Ordinal);
        var end = message.LastIndexOf(AtLine, StringComparison.Ordinal);
        if (start < 0 || end < start + Near.Length || !int.TryParse(message.AsSpan(end + AtLine.Length), NumberStyles.None, null, out var line)) return null;
        var text = message[(start + Near.Length)..end];
        if (text.Length == 0) return sql.Length;
        var lineStart = 0;
        for (; line > 1 && sql.IndexOf('\n', lineStart) is var next and >= 0; line--) lineStart = next + 1;
        var found = sql.IndexOf(text, lineStart, StringComparison.Ordinal);
        return found >= 0 ? found : lineStart;
    }
}
