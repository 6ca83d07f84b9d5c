using System.Globalization;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>When a migration was written, by its version.</summary>
internal static class VersionDate
{
    /// <summary>The moment in UTC, the beginning of the day where the version says no time; null where it is not a date.</summary>
    internal static DateTimeOffset? Of(MigrationId id)
    {
        var digits = string.Concat(id.Version.Text.Where(char.IsAsciiDigit));
        var style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (digits.Length == 14 && DateTimeOffset.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, style, out var second)) return second;
        return digits.Length >= 8 && DateTimeOffset.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, style, out var day) ? day : null;
    }
}
