using System.Collections.Immutable;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Sql;

namespace Godwit.Planning;

/// <summary>
/// Lays the files of a project beside a history. Files are read once, however often the history is read anew.
/// </summary>
/// <param name="catalog">The files.</param>
/// <param name="splitter">The rules by which the database reads SQL.</param>
/// <param name="placeholders">The values of placeholders.</param>
/// <param name="environment">The environment's name.</param>
internal sealed class Surveyor(
    MigrationCatalog catalog, ScriptSplitter splitter, IReadOnlyDictionary<string, string> placeholders, string environment)
{
    private readonly Dictionary<MigrationSource, Content> contents = [];

    // A thread that has less than this many files to read costs more than it saves.
    private const int Share = 200;

    /// <summary>
    /// Computes the checksums. They need no database, so this may run while the connection is being opened; what is wrong with a
    /// file is said when it is asked for.
    /// </summary>
    internal void ReadAhead()
    {
        foreach (var source in catalog.Migrations) contents.Add(source, new Content(source, splitter, placeholders));
        ReadAll([.. contents.Values], static content => content.Checksum.Value);
    }

    internal Survey Survey(HistorySnapshot history)
    {
        var rows = new Dictionary<string, AppliedMigration>(history.Applied.Length, StringComparer.Ordinal);
        foreach (var row in history.Applied) rows.Add(row.Id, row);
        var pending = new List<Content>();
        foreach (var source in catalog.Migrations)
        {
            if (!rows.ContainsKey(source.Id.Text)) pending.Add(ContentOf(source));
        }

        ReadAll([.. pending], static content => content.Script.Value);
        var standings = new List<MigrationStanding>(catalog.Migrations.Length);
        foreach (var source in catalog.Migrations)
        {
            rows.Remove(source.Id.Text, out var row);
            standings.Add(Stand(source, row));
        }

        if (rows.Count > 0) new Succession(catalog.Replaced, Stand, rows).Settle(standings);
        foreach (var row in rows.Values) standings.Add(new MigrationStanding { Id = new MigrationId(row.Id), Standing = Standing.Missing, Applied = row });
        if (standings.Count > catalog.Migrations.Length) standings.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        var problems = catalog.Problems;
        return new Survey(HasDependencies(standings) ? Arrange(standings, ref problems) : [.. standings], history, problems);
    }

    private static bool HasDependencies(List<MigrationStanding> standings)
    {
        foreach (var standing in standings)
        {
            if (standing.Standing is Standing.Succeeding || (standing.Standing is Standing.Pending && !Needed(standing).IsEmpty)) return true;
        }

        return false;
    }

    private static ImmutableArray<Dependency> Needed(MigrationStanding pending) => RevisionNode.Needs(pending.Script!.Parents, pending.Script.DependsOn);

    private MigrationStanding Stand(MigrationSource source, AppliedMigration? row)
    {
        var content = ContentOf(source);
        var standing = new MigrationStanding { Id = source.Id, Source = source, Applied = row, Reader = content.Script, Standing = Standing.Applied };
        try
        {
            standing = standing with { Checksum = content.Checksum.Value };
            return standing with { Standing = row is null ? Unapplied(content.Script.Value) : Compare(row, standing) };
        }
        catch (GodwitException problem)
        {
            return standing with { Standing = Standing.Broken, Problem = problem };
        }
    }

    private Standing Unapplied(MigrationScript script) =>
        script.Environments.IsEmpty || script.Environments.Contains(environment, StringComparer.OrdinalIgnoreCase)
            ? Standing.Pending
            : Standing.OtherEnvironment;

    private static Standing Compare(AppliedMigration row, MigrationStanding standing) => row.State switch
    {
        MigrationState.Running => Standing.Running,
        MigrationState.Failed => Standing.Failed,
        _ when !standing.Checksum!.Contradicts(row.Checksum) => Standing.Applied,
        _ => standing.Id.IsRepeatable ? Standing.Changed : Standing.Edited,
    };

    // Pending migrations come after those they depend on: they share out their places among themselves, and no other moves.
    private static ImmutableArray<MigrationStanding> Arrange(List<MigrationStanding> standings, ref ImmutableArray<GodwitException> problems)
    {
        var pending = standings.Where(IsOpen).ToDictionary(standing => standing.Id);
        try
        {
            var others = standings.Where(standing => !IsOpen(standing)).Select(standing => standing.Id);
            var order = DependencyOrder.Arrange([.. pending.Keys], id => Before(pending[id]), others);
            var next = 0;
            return [.. standings.Select(standing => IsOpen(standing) ? pending[order[next++]] : standing)];
        }
        catch (GodwitException problem)
        {
            problems = problems.Add(problem);
            return [.. standings];
        }
    }

    private static bool IsOpen(MigrationStanding standing) => standing.Standing is Standing.Pending or Standing.Succeeding;

    // A baseline comes after the last of those it stands for.
    private static ImmutableArray<Dependency> Before(MigrationStanding standing) => standing.Standing is Standing.Succeeding
        ? [.. standing.Script!.Replaced!.Value.Select(id => new Dependency(id, standing.Location!))]
        : Needed(standing);

    private Content ContentOf(MigrationSource source)
    {
        if (!contents.TryGetValue(source, out var content)) contents.Add(source, content = new Content(source, splitter, placeholders));
        return content;
    }

    // Threads of the pool and not Parallel.ForEach, which takes longer to get ready than a hundred files to be read.
    private static void ReadAll(Content[] contents, Func<Content, object> part)
    {
        var next = -1;
        var others = new Task[Math.Min(Environment.ProcessorCount, contents.Length / Share)];
        for (var i = 0; i < others.Length; i++) others[i] = Task.Run(Work);
        Work();
        Task.WaitAll(others);

        void Work()
        {
            for (int place; (place = Interlocked.Increment(ref next)) < contents.Length;)
            {
                try
                {
                    _ = part(contents[place]);
                }
                catch (GodwitException)
                {
                    // the Lazy keeps it, and throws it to the one who asks for the value
                }
            }
        }
    }

    private sealed class Content(MigrationSource source, ScriptSplitter splitter, IReadOnlyDictionary<string, string> placeholders)
    {
        internal Lazy<Checksum> Checksum { get; } = new(() => source.ComputeChecksum(splitter), LazyThreadSafetyMode.None);

        internal Lazy<MigrationScript> Script { get; } = new(() => source.Read(splitter, placeholders), LazyThreadSafetyMode.None);
    }
}
