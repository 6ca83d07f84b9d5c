using System.Diagnostics;
using System.Globalization;
using Godwit.Faults.Campaigns;

namespace Godwit.Faults;

/// <summary>Runs campaigns one after the other, each for its share of the time.</summary>
/// <param name="seed">Where chance begins.</param>
/// <param name="tally">What is told of each round.</param>
/// <param name="output">Where progress is told.</param>
internal sealed class CampaignRun(int seed, Tally tally, TextWriter output)
{
    /// <summary>Runs all. A campaign that has nothing left to try leaves its time to the others.</summary>
    /// <param name="campaigns">The campaigns.</param>
    /// <param name="length">The time for all of them.</param>
    /// <param name="lanes">How many rounds at once; null for each campaign's own number.</param>
    internal async Task RunAsync(IReadOnlyList<(string Database, Campaign Campaign)> campaigns, TimeSpan length, int? lanes)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < campaigns.Count; i++)
        {
            var left = length - Stopwatch.GetElapsedTime(started);
            await RunAsync(campaigns[i].Database, campaigns[i].Campaign, left / (campaigns.Count - i), lanes);
        }
    }

    private async Task RunAsync(string database, Campaign campaign, TimeSpan share, int? lanes)
    {
        var (rounds, kills, faults, violations) = (tally.Rounds, tally.Kills, tally.Faults, tally.Violations.Count);
        await campaign.PrepareAsync();
        var began = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, campaign.Lanes == 1 ? 1 : lanes ?? campaign.Lanes).Select(_ => Task.Run(LaneAsync)));
        tally.Campaign(hasPassed: tally.Violations.Count == violations);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{database}, {campaign.Name}: {tally.Rounds - rounds} rounds, {tally.Kills - kills} kills, {tally.Faults - faults} faults in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));

        // one round at least, however little time is left
        async Task LaneAsync()
        {
            do
            {
                var number = Interlocked.Increment(ref next);
                if (!await campaign.RoundAsync(number, new Random((seed * 1_000_003) + number))) return;
                tally.Round();
            }
            while (Stopwatch.GetElapsedTime(began) < share);
        }
    }
}
