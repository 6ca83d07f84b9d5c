using System.Globalization;

namespace Godwit.Dialects;

/// <summary>Names of scratch databases, by which those are known that a killed run left behind.</summary>
internal static class ScratchName
{
    /// <summary>What all of them begin with.</summary>
    internal const string Prefix = "godwit_scratch_";

    // A run that is alive has a connection to its scratch database nearly always; this is for the moments in which it has none, and for
    // clocks that do not agree.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    // Nothing tells whether somebody still uses a schema, or a file.
    private static readonly TimeSpan LongGrace = TimeSpan.FromDays(1);

    private const string Moment = "yyyyMMddHHmmss";

    /// <summary>A name that no other has: it says when it was given.</summary>
    internal static string New() => string.Concat(Prefix, Now.ToString(Moment, CultureInfo.InvariantCulture), "_", Guid.NewGuid().ToString("N").AsSpan(0, 8));

    /// <summary>Whether it was given so long ago that its run is over, nobody being connected.</summary>
    internal static bool IsLeftOver(string name) => Age(name) > Grace;

    /// <summary>Whether it was given so long ago that its run is over, where nothing tells who is connected.</summary>
    internal static bool IsLongLeftOver(string name) => Age(name) > LongGrace;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static TimeSpan Age(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.Length < Prefix.Length + Moment.Length) return TimeSpan.Zero;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(name.AsSpan(Prefix.Length, Moment.Length), Moment, CultureInfo.InvariantCulture, Utc, out var given) ? Now - given : TimeSpan.Zero;
    }
}
