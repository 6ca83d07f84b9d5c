using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>Plans what is undone: the newest application first, whatever the order of the versions.</summary>
internal sealed class DownPlanner(Survey survey)
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    internal Plan Plan(Target target)
    {
        var applied = survey.Applied.Reverse().ToArray();
        var chosen = target switch
        {
            Target.LastBatches batches => OfLastBatches(applied, batches.Count),
            Target.LastMigrations last => Last(applied, last.Count),
            Target.DownTo to => Beyond(applied, to.Revision),
            _ => applied,
        };
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        foreach (var migration in chosen)
        {
            if (StepFor(migration) is { } step) steps.Add(step);
        }

        return new Plan(target, steps.DrainToImmutable(), findings.DrainToImmutable());
    }

    private static IEnumerable<MigrationStanding> OfLastBatches(MigrationStanding[] applied, int count)
    {
        var batches = applied.Select(migration => migration.Applied!.Batch).Distinct().OrderDescending().Take(count).ToHashSet();
        return applied.Where(migration => batches.Contains(migration.Applied!.Batch));
    }

    // Repeatable migrations are definitions on top of the others: they go when one of the counted ones under them goes.
    private static List<MigrationStanding> Last(MigrationStanding[] applied, int count)
    {
        var chosen = new List<MigrationStanding>();
        var above = new List<MigrationStanding>();
        foreach (var migration in applied)
        {
            above.Add(migration);
            if (migration.Id.IsRepeatable) continue;
            if (count-- <= 0) break;
            chosen.AddRange(above);
            above.Clear();
        }

        return chosen;
    }

    private IEnumerable<MigrationStanding> Beyond(MigrationStanding[] applied, string revision)
    {
        switch (Waypoint.Read(revision))
        {
            case Waypoint.EndOfBatch(var batch) when batch > survey.History.LastBatch: throw NoBatch(batch);
            case Waypoint.EndOfBatch(var batch): return applied.Where(migration => migration.Applied!.Batch > batch);
            case Waypoint.Moment(var at): return applied.Where(migration => migration.Applied!.ExecutedAt > at);
        }

        if (survey.Resolve(revision) is not { } target) return applied;
        return survey.Graph.IsExplicit ? Above(applied, target) : applied.Where(migration => migration.Id.CompareTo(target) > 0);
    }

    // What builds on the target goes. What neither builds on it nor is built on stands on another branch, and nobody said what is to
    // become of that.
    private MigrationStanding[] Above(MigrationStanding[] applied, MigrationId target)
    {
        var graph = survey.Graph;
        var kept = graph.LineageOf(target);
        var undone = applied.Where(migration => !kept.Contains(migration.Id)).ToArray();
        var above = graph.AboveOf(target).ToHashSet();
        var beside = Array.Find(undone, migration => !migration.Id.IsRepeatable && !migration.Id.Version.IsEmpty && !above.Contains(migration.Id));
        return beside is null ? undone : throw Findings.BehindMerge(graph, target, beside.Id).ToException();
    }

    private GodwitException NoBatch(int batch) => new(
        ErrorCode.UnknownRevision, $"There is no batch {batch}: the last one is {survey.History.LastBatch}.", "godwit status lists the batches.");

    private PlanStep? StepFor(MigrationStanding migration)
    {
        switch (migration.Standing)
        {
            case Standing.Running or Standing.Failed when !migration.Applied!.IsBeingUndone:
                findings.Add(Findings.HalfApplied(migration));
                return null;
            case Standing.Missing or Standing.Replaced:
                findings.Add(Findings.UndoWithoutFile(migration));
                return FromHistory(migration);
            case Standing.Edited when migration.Applied!.HasDownSql:
                findings.Add(Findings.UndoEdited(migration));
                return FromHistory(migration);
            case Standing.Broken:
                findings.Add(Findings.Broken(migration.Problem!));
                return null;
        }

        if (IsWholeSchema(migration))
        {
            findings.Add(Findings.Baseline(migration));
            return null;
        }

        if (IsDerived(migration)) return migration.Applied!.HasDownSql ? FromHistory(migration) : new PlanStep(migration, StepAction.Undo);
        if (HasDown(migration)) return new PlanStep(migration, StepAction.Undo);
        if (migration.Id.IsRepeatable) return new PlanStep(migration, StepAction.Forget);
        findings.Add(Findings.NoDown(migration));
        return null;
    }

    // What undoes a baseline drops everything: that is not what a person means who takes back the last batch.
    private static bool IsWholeSchema(MigrationStanding migration) =>
        migration is { Problem: null, Script: { Replaced: not null } script } && (script.Code is { } code ? !MigrationDescription.HasDown(code) : script.Down is null);

    // What was derived when it was applied knows the definitions of that day, which are no longer to be seen in the database.
    private static bool IsDerived(MigrationStanding migration) =>
        migration is { Standing: Standing.Applied, Script.Code: { } code } && !MigrationDescription.HasDown(code);

    private bool HasDown(MigrationStanding migration)
    {
        try
        {
            return migration.Script is { } script && (script.Down is not null || script.Code is not null);
        }
        catch (GodwitException problem)
        {
            findings.Add(Findings.Broken(problem));
            return true;
        }
    }

    private static PlanStep FromHistory(MigrationStanding migration) =>
        new(migration, migration.Applied!.HasDownSql ? StepAction.UndoFromHistory : StepAction.Forget);
}
