using System.Globalization;
using System.Text;
using Godwit.Dialects;

namespace Godwit.Seeding;

/// <summary>Puts into words that the database refused a row.</summary>
internal static class RowRefusal
{
    private const int WidthOfValue = 40;

    internal static GodwitException Of(RowException refused, RowTarget target, object?[][] window, long before, Func<long, SourceLocation?>? locate)
    {
        var error = refused.Error;
        var number = refused.Index is { } index ? before + index + 1 : (long?)null;
        var message = new StringBuilder(number is null
            ? $"{target.Table} refused one of the rows {before + 1} to {before + window.Length}: {error.Message} ({error.Code})"
            : string.Create(CultureInfo.InvariantCulture, $"{target.Table} refused row {number}: {error.Message} ({error.Code})"));
        if (error.Detail is { } detail) message.Append('\n').Append(Shortened.Text(detail, 200));
        if (refused.Index is { } place) message.Append('\n').Append(Shown(target, window[place]));
        return new GodwitException(
            error.Kind switch
            {
                DatabaseErrorKind.Cancelled => ErrorCode.Cancelled,
                DatabaseErrorKind.ConnectionLost => ErrorCode.ConnectionLost,
                DatabaseErrorKind.DiskFull => ErrorCode.DiskFull,
                DatabaseErrorKind.ReadOnly => ErrorCode.ReadOnly,
                DatabaseErrorKind.Busy => ErrorCode.Locked,
                _ => ErrorCode.StatementFailed,
            },
            message.ToString(), "Correct the row, then seed again.", number is { } known ? locate?.Invoke(known) : null, inner: refused);
    }

    private static string Shown(RowTarget target, object?[] row) =>
        string.Join('\n', target.Names.Select((name, place) => $"  {name} = {Shown(row[place])}"));

    private static string Shown(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{Shortened.Text(text, WidthOfValue)}'",
        byte[] bytes => $"{bytes.Length} bytes",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Shortened.Text(value.ToString() ?? "", WidthOfValue),
    };
}
