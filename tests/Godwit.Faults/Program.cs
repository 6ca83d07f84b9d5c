using System.Globalization;
using Godwit.Faults;
using Godwit.Faults.Running;

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
    await new FuzzRun(options.Seed, tally).RunAsync(texts, Console.Out);
    return tally.Violations.Count == 0 ? 0 : 1;
}

var campaigns = CampaignList.Of(options, tally);
try
{
    await new CampaignRun(options.Seed, tally, Console.Out).RunAsync(campaigns, options.Length, options.Lanes);
}
finally
{
    foreach (var disk in campaigns.Select(entry => entry.Campaign).OfType<IDisposable>()) disk.Dispose();
}

Console.WriteLine(tally);
if (options.Counts is { } counts) await File.AppendAllLinesAsync(counts, [tally.Counts]);
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
