using System.Globalization;

namespace Godwit.Faults.Running;

/// <summary>
/// The clock of one process, which may be set while it runs. What measures time that has passed (CLOCK_MONOTONIC) is left alone, as it is
/// when an administrator or a time server sets a machine's clock.
/// </summary>
internal sealed class FakeClock : IDisposable
{
    /// <summary>The variable that names the library which stands between a process and the clock.</summary>
    internal const string Library = "GODWIT_TEST_FAKETIME";

    private readonly string file = Path.GetTempFileName();

    private FakeClock() => Jump(TimeSpan.Zero);

    /// <summary>Whether the library is there.</summary>
    internal static bool IsThere => File.Exists(Environment.GetEnvironmentVariable(Library));

    internal static FakeClock Create() => new();

    /// <summary>Sets the clock to so much before or after the machine's.</summary>
    internal void Jump(TimeSpan offset)
    {
        // whole at once: the process may read it at any moment
        var next = file + ".next";
        File.WriteAllText(next, offset.TotalSeconds.ToString("+0.000;-0.000", CultureInfo.InvariantCulture));
        File.Move(next, file, overwrite: true);
    }

    /// <summary>What a process needs in its environment to have this clock (faketime(1), "Advanced usage").</summary>
    internal void Give(IDictionary<string, string?> environment)
    {
        environment["LD_PRELOAD"] = Environment.GetEnvironmentVariable(Library);
        environment["FAKETIME_TIMESTAMP_FILE"] = file;
        environment["FAKETIME_NO_CACHE"] = "1";
        environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        // the name before version 0.9.8
        environment["DONT_FAKE_MONOTONIC"] = "1";
    }

    public void Dispose() => File.Delete(file);
}
