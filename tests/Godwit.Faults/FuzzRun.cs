using System.Globalization;
using Godwit.Tests.Fuzzing;

namespace Godwit.Faults;

/// <summary>Gives random texts to everything that reads what people wrote, all at once, and looks that each is read in time.</summary>
/// <param name="seed">Where chance begins.</param>
/// <param name="tally">What is told of texts that could not be borne.</param>
internal sealed class FuzzRun(int seed, Tally tally)
{
    /// <summary>Runs until each target had its share of the texts.</summary>
    /// <param name="texts">How many, for all targets together.</param>
    /// <param name="output">Where the numbers are told.</param>
    internal async Task RunAsync(long texts, TextWriter output)
    {
        string[] scripts = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var fuzzers = FuzzTarget.All.Select(target => new Fuzzer(target, seed, scripts)).ToArray();
        using var ended = new CancellationTokenSource();
        var watching = WatchAsync(fuzzers, ended.Token);
        var share = texts / fuzzers.Length;
        await Task.WhenAll(fuzzers.Select(fuzzer => Task.Run(() => Array.ForEach([.. fuzzer.Run(share)], tally.Violation))));
        await ended.CancelAsync();
        await watching;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fuzzers.Sum(fuzzer => fuzzer.Tried)} texts for {fuzzers.Length} readers, {tally.Violations.Count} violations"));
    }

    // What does not end cannot be ended either, but by the end of the process. What counts is the time that the processor had for it.
    private async Task WatchAsync(Fuzzer[] fuzzers, CancellationToken ended)
    {
        var seen = fuzzers.ToDictionary(fuzzer => fuzzer, _ => (Tried: -1L, Since: TimeSpan.Zero));
        while (!ended.IsCancellationRequested)
        {
            var spent = Environment.CpuUsage.TotalTime;
            foreach (var fuzzer in fuzzers.Where(fuzzer => fuzzer.IsReading))
            {
                if (seen[fuzzer].Tried != fuzzer.Tried) seen[fuzzer] = (fuzzer.Tried, spent);
                if (spent - seen[fuzzer].Since < Fuzzer.Bound * fuzzers.Length) continue;
                tally.Violation(fuzzer.Endless);
                Environment.Exit(1);
            }

            await Task.WhenAny(Task.Delay(1000, ended));
        }
    }
}
