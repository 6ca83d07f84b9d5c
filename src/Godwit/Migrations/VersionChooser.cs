using System.Globalization;
using Godwit.Configuration;

namespace Godwit.Migrations;

/// <summary>Chooses versions for new migrations that no other one has.</summary>
internal sealed class VersionChooser(IEnumerable<MigrationId> existing)
{
    private const int DefaultWidth = 3;
    private readonly List<MigrationVersion> versions = [.. existing.Select(id => id.Version)];

    /// <summary>The next free version, and the moment that it says: a later one than now where this second has a migration already.</summary>
    /// <param name="naming">How it is made.</param>
    /// <param name="now">The time, UTC.</param>
    internal (string Version, DateTime Moment) Next(MigrationNaming naming, DateTime now) => naming switch
    {
        MigrationNaming.Timestamp => NextSecond(now),
        MigrationNaming.Date => (NextOfDay(now), now),
        _ => (NextNumber(), now),
    };

    private (string Version, DateTime Moment) NextSecond(DateTime now)
    {
        for (; ; now = now.AddSeconds(1))
        {
            var version = now.ToString("yyyy_MM_dd_HHmmss", CultureInfo.InvariantCulture);
            if (!versions.Contains(MigrationVersion.At(version))) return (version, now);
        }
    }

    private string NextOfDay(DateTime now)
    {
        var day = now.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var ofDay = versions.FindAll(version => version.Text == day || version.Text.StartsWith(day + "_", StringComparison.Ordinal));
        var next = day;
        for (var number = 2; ofDay.Exists(version => version.CompareTo(MigrationVersion.At(next)) >= 0); number++)
        {
            next = $"{day}_{number:00}";
        }

        return next;
    }

    // Numbers of eight digits and more are dates, not members of a sequence.
    private string NextNumber()
    {
        var (last, width) = (0, DefaultWidth);
        foreach (var version in versions)
        {
            var text = version.Text;
            if (text.Length >= 8 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (number >= last) (last, width) = (number, text.Length);
        }

        return (last + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
    }
}
