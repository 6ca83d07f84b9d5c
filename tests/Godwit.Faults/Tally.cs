using System.Globalization;

namespace Godwit.Faults;

/// <summary>Counts what was tried and what went wrong; may be told by several rounds at once.</summary>
/// <param name="output">Where violations are told as they are found.</param>
internal sealed class Tally(TextWriter output)
{
    private readonly Lock gate = new();
    private readonly List<string> violations = [];
    private long rounds;
    private int passed;
    private int failed;
    private long kills;
    private long faults;

    /// <summary>What went wrong.</summary>
    internal IReadOnlyList<string> Violations
    {
        get
        {
            lock (gate) return [.. violations];
        }
    }

    /// <summary>Rounds that were brought to their end.</summary>
    internal long Rounds => Interlocked.Read(ref rounds);

    /// <summary>Processes killed: runners, servers, poolers, nodes.</summary>
    internal long Kills => Interlocked.Read(ref kills);

    /// <summary>Everything else that was done to a run: connections cut, processes stopped, disks filled, files moved.</summary>
    internal long Faults => Interlocked.Read(ref faults);

    /// <summary>Campaigns that passed, failed and were skipped, in numbers.</summary>
    internal string Counts => string.Create(CultureInfo.InvariantCulture, $"{passed} {failed} 0");

    internal void Campaign(bool hasPassed) => Interlocked.Increment(ref hasPassed ? ref passed : ref failed);

    internal void Round() => Interlocked.Increment(ref rounds);

    internal void Kill() => Interlocked.Increment(ref kills);

    internal void Fault() => Interlocked.Increment(ref faults);

    internal void Violation(string what)
    {
        lock (gate)
        {
            violations.Add(what);
            output.WriteLine("VIOLATION " + what);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rounds} rounds, {Kills} kills, {Faults} faults, {Violations.Count} violations");
}
