namespace Godwit.History;

/// <summary>The version of this library, as the history knows it.</summary>
internal static class GodwitVersion
{
    /// <summary>Major, minor and patch.</summary>
    internal static string Current { get; } = Assembly().ToString(3);

    /// <summary>Whether a row was written by a version whose history may differ: a patch does not change the history's form.</summary>
    internal static bool IsNewer(string version)
    {
        var here = Assembly();
        return Version.TryParse(version, out var other)
            && (other.Major > here.Major || (other.Major == here.Major && other.Minor > here.Minor));
    }

    private static Version Assembly() => typeof(GodwitVersion).Assembly.GetName().Version ?? new Version(0, 0, 0);
}
