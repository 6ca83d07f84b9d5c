using System.Globalization;

namespace Godwit.Hosting.Tests.Running;

/// <summary>
/// How often many instances are started at once on a new database: as often as <c>GODWIT_TEST_ROUNDS</c> says. Without it a few times within one
/// process, and once with ten processes, which take seconds to start.
/// </summary>
internal static class Rounds
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("GODWIT_TEST_ROUNDS");

    public static int InOneProcess { get; } = Wanted is null ? 5 : int.Parse(Wanted, CultureInfo.InvariantCulture);

    public static int InProcesses { get; } = Wanted is null ? 1 : InOneProcess;
}
