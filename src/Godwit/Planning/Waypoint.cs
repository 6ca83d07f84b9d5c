using System.Globalization;

namespace Godwit.Planning;

/// <summary>A revision that names a place in time and not a migration: <c>tag:v1.0</c>, <c>batch:3</c>, <c>date:2026-02-15</c>.</summary>
internal abstract record Waypoint
{
    private Waypoint()
    {
    }

    /// <summary>The last migration with a tag.</summary>
    internal sealed record Tagged(string Tag) : Waypoint;

    /// <summary>The end of a run.</summary>
    internal sealed record EndOfBatch(int Batch) : Waypoint;

    /// <summary>A moment, in UTC: the end of the day where no time is said.</summary>
    internal sealed record Moment(DateTimeOffset At) : Waypoint;

    /// <summary>Reads one; null where the text is a revision of the usual kind.</summary>
    /// <exception cref="GodwitException">It begins like one, and what follows makes no sense.</exception>
    internal static Waypoint? Read(string revision)
    {
        revision = revision.Trim();
        if (After(revision, "tag:") is { } tag) return new Tagged(tag);
        if (After(revision, "batch:") is { } number)
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var batch) ? new EndOfBatch(batch) : throw Unreadable(revision, "batch:3");
        return After(revision, "date:") is { } date ? new Moment(ReadMoment(date) ?? throw Unreadable(revision, "date:2026-02-15, date:2026-02-15T14:30 (UTC) or date:2026-02-15T14:30+02:00")) : null;
    }

    private static string? After(string revision, string word) =>
        revision.StartsWith(word, StringComparison.OrdinalIgnoreCase) && revision.Length > word.Length ? revision[word.Length..].Trim() : null;

    private static DateTimeOffset? ReadMoment(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
    }

    private static GodwitException Unreadable(string revision, string example) =>
        new(ErrorCode.UnknownRevision, $"'{revision}' is not understood.", $"Write {example}.");
}
