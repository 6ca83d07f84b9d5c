using Godwit.Dialects;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>What SQLite's result codes amount to (SQLite, "Result and Error Codes").</summary>
internal static class SqliteErrors
{
    private const string InAnother = "error in ";

    internal static DatabaseErrorKind KindOf(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => DatabaseErrorKind.Busy,
        8 => DatabaseErrorKind.ReadOnly,
        9 => DatabaseErrorKind.Cancelled,
        10 or 14 => DatabaseErrorKind.ConnectionLost,
        11 or 26 => DatabaseErrorKind.NotADatabase,
        13 => DatabaseErrorKind.DiskFull,
        1 when MessageOf(exception).StartsWith(InAnother, StringComparison.Ordinal) => DatabaseErrorKind.Refused,
        1 when exception.Message.Contains("no such table", StringComparison.Ordinal) => DatabaseErrorKind.UndefinedTable,
        1 when exception.Message.Contains("no such column", StringComparison.Ordinal) => DatabaseErrorKind.UndefinedColumn,
        1 when exception.Message.Contains("already exists", StringComparison.Ordinal) => DatabaseErrorKind.AlreadyExists,
        _ => DatabaseErrorKind.Refused,
    };

    internal static string CodeOf(SqliteException exception) => $"SQLITE {exception.SqliteExtendedErrorCode}";

    /// <summary>SQLite's own words, without the driver's frame: <c>SQLite Error 1: 'near "x": syntax error'.</c></summary>
    internal static string MessageOf(SqliteException exception)
    {
        var message = exception.Message;
        var first = message.IndexOf('\'', StringComparison.Ordinal);
        var last = message.LastIndexOf('\'');
        return last > first ? message[(first + 1)..last] : message;
    }

    /// <summary>
    /// What helps where ALTER TABLE stumbled over something else: renaming and dropping look through all views and triggers of the
    /// database (SQLite, "ALTER TABLE", 3 to 5): <c>error in view v: no such table: main.t</c>, <c>error in trigger t after drop column: …</c>
    /// </summary>
    internal static string? HintOf(string message)
    {
        if (!message.StartsWith(InAnother, StringComparison.Ordinal)) return null;
        var colon = message.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) return null;
        var thing = message[InAnother.Length..colon];
        var after = thing.LastIndexOf(" after ", StringComparison.Ordinal);
        return after < 0
            ? $"ALTER TABLE looks through all views and triggers of the database, and the {thing} is broken, whether it has to do with this table or not: drop it first, or create what it speaks of."
            : $"The {thing[..after]} speaks of what is changed: drop it before this statement, and create it again after it.";
    }

    /// <summary>The place of the word that the message names, if it stands in the statement exactly once.</summary>
    internal static int? OffsetByMessage(SqliteException exception, string sql)
    {
        if (Named(MessageOf(exception)) is not { Length: > 0 } word) return null;
        var at = sql.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && sql.IndexOf(word, at + 1, StringComparison.Ordinal) < 0 ? at : null;
    }

    private static string? Named(string message)
    {
        if (message.StartsWith("near \"", StringComparison.Ordinal))
        {
            var end = message.LastIndexOf("\": ", StringComparison.Ordinal);
            return end > 6 ? message[6..end] : null;
        }

        var colon = message.LastIndexOf(": ", StringComparison.Ordinal);
        return message.StartsWith("no such ", StringComparison.Ordinal) && colon > 0 ? message[(colon + 2)..] : null;
    }
}
