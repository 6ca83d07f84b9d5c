using System.Globalization;

namespace Godwit.Cli.Rendering;

/// <summary>Times as people read them: in their own zone, to the second.</summary>
internal static class LocalTime
{
    internal static string Of(DateTimeOffset moment) => moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>Checksums as people compare them.</summary>
internal static class ChecksumText
{
    /// <summary>The first twelve digits of the hash.</summary>
    internal static string Short(string? checksum)
    {
        if (checksum is null) return "";
        var hash = checksum[(checksum.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return hash.Length > 12 ? hash[..12] : hash;
    }
}
