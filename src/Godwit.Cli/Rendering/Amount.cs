using System.Globalization;

namespace Godwit.Cli.Rendering;

/// <summary>Numbers of rows and bytes, as people say them.</summary>
internal static class Amount
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary><c>1,204</c>; a question mark when nobody knows.</summary>
    internal static string Rows(long? rows) => rows is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : "?";

    /// <summary><c>about 1,204 rows</c>, or that nobody knows.</summary>
    internal static string OfRows(long? rows) => rows is null ? "rows are not counted yet" : $"about {Rows(rows)} row{(rows == 1 ? "" : "s")}";

    /// <summary><c>812 B</c>, <c>1.2 MiB</c>; a question mark when nobody knows.</summary>
    internal static string Bytes(long? bytes)
    {
        if (bytes is not { } number) return "?";
        var (size, unit) = ((double)number, 0);
        for (; size >= 1024 && unit < Units.Length - 1; unit++) size /= 1024;
        return size.ToString(unit == 0 || size >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
