using System.Globalization;

namespace Godwit.Cli.Rendering;

/// <summary>Numbers of things and lengths of time, as people say them.</summary>
internal static class Counting
{
    /// <summary><c>1 migration</c>, <c>2 migrations</c>.</summary>
    internal static string Of(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary><c>85,000 rows/s</c>; empty where the time is too short to tell.</summary>
    internal static string Rate(long rows, TimeSpan time) =>
        rows < 1000 || time < TimeSpan.FromMilliseconds(1) ? "" : string.Create(CultureInfo.InvariantCulture, $"{rows / time.TotalSeconds:N0} rows/s");

    /// <summary><c>25 ms</c>, <c>12.3 s</c>, <c>3 min 20 s</c>.</summary>
    internal static string Of(TimeSpan time)
    {
        if (time.TotalSeconds < 10) return string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
        return time.TotalMinutes < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");
    }
}
