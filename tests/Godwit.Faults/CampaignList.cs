using System.Globalization;
using Godwit.Faults.Campaigns;
using Godwit.Faults.Running;
using Godwit.Faults.Targets;
using Godwit.Specification.Servers;

namespace Godwit.Faults;

/// <summary>The campaigns that there are, for each product whose server is there.</summary>
internal static class CampaignList
{
    internal static IReadOnlyList<(string Database, Campaign Campaign)> Of(Options options, Tally tally) =>
    [
        .. from target in Targets()
           where options.Database is null || options.Database == target.Name
           from campaign in For(target, tally, options.Servers)
           where options.Campaign is null || campaign.Name.Contains(options.Campaign, StringComparison.Ordinal)
           select (target.Name, campaign),
    ];

    private static IEnumerable<FaultTarget> Targets()
    {
        yield return new SqliteTarget();
        if (TestServer.WhyMissing(PostgreSqlTarget.Variable) is null) yield return new PostgreSqlTarget();
        if (TestServer.WhyMissing(MariaDbTarget.Variable) is null) yield return new MariaDbTarget(MariaDbTarget.Variable, "mariadb");
        if (TestServer.WhyMissing(MariaDbTarget.GaleraVariable) is null) yield return new MariaDbTarget(MariaDbTarget.GaleraVariable, "galera");
    }

    private static IEnumerable<Campaign> For(FaultTarget target, Tally tally, string? servers)
    {
        if (target.Frames is null)
        {
            yield return new SqliteFailPoints(target, tally);
            yield return new MovedFile(tally);
            if (FullDisk.Mount(tally) is { } disk) yield return disk;
        }
        else
        {
            yield return new FailPoints(target, tally);
            yield return new CutConnections(target, tally);
            yield return new Pauses(target, tally);
            yield return new Stampede(target, tally);
        }

        yield return new RandomKills(target, tally);
        if (FakeClock.IsThere) yield return new ClockJumps(target, tally);
        if (servers is null) yield break;
        foreach (var campaign in OfServers(target, tally, servers)) yield return campaign;
    }

    // Servers of somebody else's are not killed.
    private static IEnumerable<Campaign> OfServers(FaultTarget target, Tally tally, string servers)
    {
        var server = new ServerProcess(Path.Join(servers, target.Name));
        if (server.Exists) yield return new ServerKills(target, tally, server, target is PostgreSqlTarget ? Signal.Quit : Signal.Kill, "server kills");
        ServerProcess[] nodes = [.. Enumerable.Range(0, 3).Select(node => new ServerProcess(Path.Join(servers, target.Name, node.ToString(CultureInfo.InvariantCulture))))];
        if (nodes.All(node => node.Exists)) yield return new NodeKills(target, tally, nodes);
        var pooler = new ServerProcess(Path.Join(servers, "pgbouncer"));
        if (target is PostgreSqlTarget && pooler.Exists && TestServer.WhyMissing(PostgreSqlTarget.PoolerVariable) is null)
        {
            var port = new Uri(Environment.GetEnvironmentVariable(PostgreSqlTarget.PoolerVariable)!).Port;
            yield return new ServerKills(target, tally, pooler, Signal.Kill, "pooler kills", port);
        }
    }
}
