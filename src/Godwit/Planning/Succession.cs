using System.Collections.Immutable;
using Godwit.History;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>
/// Finds baselines whose migrations a database has already, wholly or in part, and puts those migrations beside them: the ones that are not
/// applied come before the baseline, which is then recorded in the place of all.
/// </summary>
/// <param name="replaced">The files of the migrations that baselines stand for.</param>
/// <param name="stand">Lays one of them beside its row.</param>
/// <param name="rows">The rows of the history that no file was found for. Those that belong to a baseline are taken out.</param>
internal sealed class Succession(
    MigrationCatalog replaced, Func<MigrationSource, AppliedMigration?, MigrationStanding> stand, Dictionary<string, AppliedMigration> rows)
{
    private readonly List<MigrationStanding> predecessors = [];

    /// <summary>Changes the standing of the baselines that succeed, and adds the migrations that they stand for.</summary>
    internal void Settle(List<MigrationStanding> standings)
    {
        for (var i = 0; i < standings.Count; i++)
        {
            if (standings[i] is { Standing: Standing.Pending, Script.Replaced: { IsEmpty: false } ids } && IsBegun(ids)) standings[i] = Succeed(standings[i], ids);
        }

        standings.AddRange(predecessors);
    }

    // A baseline may stand for an earlier baseline that this database has never heard of, but whose migrations it has.
    private bool IsBegun(IEnumerable<string> ids) => ids.Any(id => rows.ContainsKey(id) || (ReplacedBy(id) is { } further && IsBegun(further)));

    private ImmutableArray<string>? ReplacedBy(string id) =>
        replaced.Find(new MigrationId(id)) is { } source && stand(source, null) is { Problem: null, Script.Replaced: { IsEmpty: false } further } ? further : null;

    private MigrationStanding Succeed(MigrationStanding baseline, IEnumerable<string> ids)
    {
        var lacking = new List<string>();
        foreach (var id in ids)
        {
            var source = replaced.Find(new MigrationId(id));
            if (rows.Remove(id, out var row))
                predecessors.Add(source is not null ? stand(source, row) : new MigrationStanding { Id = new MigrationId(id), Standing = Standing.Replaced, Applied = row });
            else if (source is null) lacking.Add(id);
            else if (ReplacedBy(id) is { } further && IsBegun(further)) predecessors.Add(Succeed(stand(source, null), further));
            else predecessors.Add(stand(source, null));
        }

        return lacking.Count == 0
            ? baseline with { Standing = Standing.Succeeding }
            : baseline with { Standing = Standing.Broken, Problem = Behind(baseline, lacking) };
    }

    private static GodwitException Behind(MigrationStanding baseline, List<string> lacking) => new(
        ErrorCode.AppliedButMissing,
        $"The database has some of the migrations that {baseline.Id} stands for, and lacks {lacking.Count}, whose files are gone; the first is {lacking[0]}.",
        $"Bring their files back into the folder {MigrationCatalog.ReplacedFolder} beside the baseline (git log --diff-filter=D --name-only finds them), or go to an earlier state"
        + " of the project; apply them there, then come back.",
        baseline.Location, "Nothing was changed.");
}
