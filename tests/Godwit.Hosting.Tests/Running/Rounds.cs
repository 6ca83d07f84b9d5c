using System.Globalization;

namespace Godwit.Hosting.Tests.Running;

/// <summary>
/// How often many instances are started at once on a new database. <c>GODWIT_TEST_ROUNDS</c> says how often within one process, and a tenth
/// of it with ten processes, which take seconds to start.
/// </summary>
internal static class Rounds
{
    public static int InOneProcess { get; } = int.Parse(Environment.GetEnvironmentVariable("GODWIT_TEST_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    public static int InProcesses { get; } = Math.Max(1, InOneProcess / 10);
}
