using System.Globalization;
using Godwit.Dialects;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Godwit.Sqlite;

/// <summary>
/// Writes rows with one prepared statement that is bound and stepped for each. The driver's command does the same with an object for each
/// value, which takes longer than SQLite itself.
/// </summary>
internal sealed class SqliteRowWriter : IDisposable
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[1024];
    private int written;

    internal SqliteRowWriter(SqliteConnection connection, RowTarget target)
    {
        handle = connection.Handle!;
        var values = string.Join(", ", Enumerable.Repeat("?", target.Columns.Count));
        var what = target.Columns.Count == 0 ? "DEFAULT VALUES" : $"({SqliteNames.List(target.Names)}) VALUES ({values})";
        var clause = target.Key.Count == 0 ? "" : " " + SqliteDialect.Instance.UpsertClause(target);
        Check(raw.sqlite3_prepare_v2(handle, $"INSERT INTO {SqliteNames.Quote(target.Table)} {what}{clause}", out statement));
    }

    /// <summary>Writes rows.</summary>
    /// <exception cref="RowException">SQLite refused one.</exception>
    internal void Write(IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        for (var place = 0; place < rows.Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = rows[place];
            for (var i = 0; i < row.Length; i++) Check(Bind(i + 1, row[i]));
            var result = raw.sqlite3_step(statement);
            if (result is raw.SQLITE_DONE)
            {
                raw.sqlite3_reset(statement);
                continue;
            }

            // The message is the connection's last: it is read before anything else is asked of it.
            throw Refused(written + place, row, result);
        }

        written += rows.Count;
    }

    public void Dispose() => statement.Dispose();

    private RowException Refused(int place, object?[] row, int result)
    {
        try
        {
            SqliteException.ThrowExceptionForRC(result, handle);
        }
        catch (SqliteException exception)
        {
            var error = new DatabaseError(SqliteErrors.KindOf(exception), SqliteErrors.CodeOf(exception), SqliteErrors.MessageOf(exception));
            return new RowException(place, row, error, exception);
        }

        throw new InvalidOperationException($"SQLite answered {result} to a row.");
    }

    // The same values as SqliteLiteral writes.
    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, place),
        string text => Text(place, text),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        float number => raw.sqlite3_bind_double(statement, place, double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        decimal number when number.Scale == 0 && number is >= long.MinValue and <= long.MaxValue => raw.sqlite3_bind_int64(statement, place, (long)number),
        decimal number => raw.sqlite3_bind_double(statement, place, (double)number),
        ulong number when number > long.MaxValue => raw.sqlite3_bind_double(statement, place, number),
        sbyte or byte or short or ushort or uint or ulong => raw.sqlite3_bind_int64(statement, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => Text(place, SqliteLiteral.PlainText(value)),
    };

    private int Text(int place, string text)
    {
        // the address of no bytes is null, which SQLite takes for NULL
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, place, "");
        var most = System.Text.Encoding.UTF8.GetMaxByteCount(text.Length);
        if (buffer.Length < most) buffer = new byte[most];
        var length = System.Text.Encoding.UTF8.GetBytes(text, buffer);
        return raw.sqlite3_bind_text(statement, place, buffer.AsSpan(0, length));
    }

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, handle);
    }
}
