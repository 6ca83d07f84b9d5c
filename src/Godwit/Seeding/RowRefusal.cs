using System.Globalization;
using System.Text;
using Godwit.Dialects;

namespace Godwit.Seeding;

/// <summary>Puts into words that the database refused a row.</summary>
internal static class RowRefusal
{
    private const int WidthOfValue = 40;

    internal static GodwitException Of(RowException refused, RowTarget target, long before, int given, Func<int, SourceLocation?> locate)
    {
        var error = refused.Error;
        var message = new StringBuilder(refused.Index is { } index
            ? string.Create(CultureInfo.InvariantCulture, $"{target.Table} refused row {before + index + 1}: {error.Message} ({error.Code})")
            : string.Create(CultureInfo.InvariantCulture, $"{target.Table} refused one of the rows {before + 1} to {before + given}: {error.Message} ({error.Code})"));
        if (error.Detail is { } detail) message.Append('\n').Append(Shortened.Text(detail, 200));
        if (refused.Row is { } row) message.Append('\n').Append(Shown(target, row));
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
            message.ToString(), "Correct the row, then seed again.", refused.Index is { } place ? locate(place) : null, inner: refused);
    }

    private static string Shown(RowTarget target, IReadOnlyList<object?> row) =>
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
