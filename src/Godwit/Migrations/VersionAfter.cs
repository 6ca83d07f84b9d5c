using System.Globalization;

namespace Godwit.Migrations;

/// <summary>Chooses versions that come after all others, in the manner of the migration that gets them.</summary>
/// <param name="others">The ids that there are.</param>
/// <param name="now">The time, UTC.</param>
internal sealed class VersionAfter(IEnumerable<MigrationId> others, DateTime now)
{
    private const int LongestNumber = 7;

    private readonly List<MigrationId> taken = [.. others.Where(id => !id.Version.IsEmpty)];

    /// <summary>An id for a migration, after all that are there; it is then there itself.</summary>
    internal MigrationId Next(MigrationId id)
    {
        var newest = taken.Max();
        var version = newest is null ? id.Version.Text : Choose(id.Version, newest.Version);
        var start = id.Text.IndexOf(id.Version.Text, StringComparison.Ordinal);
        var next = new MigrationId(string.Concat(id.Text.AsSpan(0, start), version, id.Text.AsSpan(start + id.Version.Text.Length)));
        taken.Add(next);
        return next;
    }

    private string Choose(MigrationVersion old, MigrationVersion newest)
    {
        if (IsShort(newest.Text)) return Incremented(newest.Text);
        var chooser = new VersionChooser(taken);
        var isDay = old.Text.Count(char.IsAsciiDigit) < 14;
        var version = chooser.Next(isDay ? Configuration.MigrationNaming.Date : Configuration.MigrationNaming.Timestamp, now).Version;
        for (var moment = now; MigrationVersion.At(version).CompareTo(newest) <= 0; moment = moment.AddDays(1))
            version = chooser.Next(Configuration.MigrationNaming.Timestamp, moment).Version;
        return version;
    }

    private static bool IsShort(string version) => Array.TrueForAll(version.Split('_', '-', '.'), number => number.Length <= LongestNumber) && !MigrationVersion.At(version).IsDay;

    // 003 is followed by 004, 1_2 by 1_3
    private static string Incremented(string version)
    {
        var start = version.LastIndexOfAny(['_', '-', '.']) + 1;
        var number = int.Parse(version.AsSpan(start), CultureInfo.InvariantCulture) + 1;
        return version[..start] + number.ToString(CultureInfo.InvariantCulture).PadLeft(version.Length - start, '0');
    }
}
