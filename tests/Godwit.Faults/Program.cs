using System.Globalization;
using Godwit.Faults;
using Godwit.Faults.Running;
using Godwit.Tests.Fuzzing;

// The same program is what disturbs and what is disturbed: a run of migrations in a process of its own.
if (args is [RunnerWord, var directory, var seconds, .. var rest])
{
    return await Runner.RunAsync(
        directory, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)), rest is [var moment] ? int.Parse(moment, CultureInfo.InvariantCulture) : null);
}

var options = Options.Parse(args);
var tally = new Tally(Console.Out);
if (options.Fuzz is { } texts)
{
    foreach (var found in FuzzTarget.All.AsParallel().SelectMany(target => new Fuzzer(target, options.Seed).Run(texts / FuzzTarget.All.Length))) tally.Violation(found);
    Console.WriteLine($"{texts} texts, {tally.Violations.Count} violations");
    return tally.Violations.Count == 0 ? 0 : 1;
}

await new CampaignRun(options.Seed, tally, Console.Out).RunAsync(CampaignList.Of(options, tally), options.Length, options.Lanes);
Console.WriteLine(tally);
return tally.Violations.Count == 0 ? 0 : 1;

/// <summary>Tries faults on migrations, and tells what came of it.</summary>
internal sealed partial class Program
{
    /// <summary>The first argument of a runner.</summary>
    internal const string RunnerWord = "runner";

    private Program()
    {
    }
}
