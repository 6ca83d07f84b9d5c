using System.Collections.Immutable;
using Godwit.Configuration;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>Plans what is applied.</summary>
internal sealed class UpPlanner(Survey survey, OutOfOrder outOfOrder)
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    private RevisionGraph? graph;

    internal Plan Plan(Target target)
    {
        foreach (var problem in survey.Problems) findings.Add(Findings.Broken(problem));
        graph = FindGraph();
        if (target is Target.Head or Target.Next && graph is { Heads.Length: > 1 }) findings.Add(Findings.SeveralHeads(survey));
        var isWanted = Wanted(target);
        var limit = target is Target.Next next ? next.Count : int.MaxValue;
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        AddUnfinished(steps);
        var complete = AddPending(steps, isWanted, limit);
        if (complete) AddRepeatables(steps);
        WarnOfOrder(steps);
        return new Plan(target, steps.DrainToImmutable(), findings.DrainToImmutable());
    }

    // Where no pending migration says what it builds on, the others need not be asked.
    private RevisionGraph? FindGraph()
    {
        if (!survey.Pending.Any(migration => migration.Script!.Parents is not null)) return null;
        try
        {
            return survey.Graph;
        }
        catch (GodwitException problem)
        {
            if (!survey.Problems.Any(known => known.Message == problem.Message)) findings.Add(Findings.Broken(problem));
            return null;
        }
    }

    private Func<MigrationStanding, bool> Wanted(Target target)
    {
        if (target is not Target.UpTo to) return _ => true;
        switch (Waypoint.Read(to.Revision))
        {
            case Waypoint.Moment(var at): return migration => WrittenAt(migration.Id) <= at;
            case Waypoint.EndOfBatch: throw NotUp(to.Revision);
        }

        if (survey.Resolve(to.Revision) is not { } id) return _ => false;
        if (graph?.LineageOf(id) is { } lineage) return migration => lineage.Contains(migration.Id);
        var last = survey.Migrations.IndexOf(survey.Find(id)!);
        var before = survey.Migrations.Take(last + 1).Select(migration => migration.Id).ToHashSet();
        return migration => before.Contains(migration.Id);
    }

    private static DateTimeOffset WrittenAt(MigrationId id) => VersionDate.Of(id) ?? throw new GodwitException(
        ErrorCode.UnknownRevision, $"{id} has no date in its name, so nobody can say whether it was written until then.", "Name the last migration instead.");

    private static GodwitException NotUp(string revision) => new(
        ErrorCode.UnknownRevision, $"'{revision}' is what a run has applied: there is nothing to go up to.", "Name a migration, a tag or a date.");

    // What an earlier run left half done comes before anything else.
    private void AddUnfinished(ImmutableArray<PlanStep>.Builder steps)
    {
        foreach (var migration in survey.Migrations)
        {
            if (migration.Standing is not (Standing.Running or Standing.Failed)) continue;
            if (migration.Applied is { IsBeingUndone: true } || migration.Source is null) findings.Add(Findings.HalfUndone(migration));
            else steps.Add(new PlanStep(migration, StepAction.Resume));
        }
    }

    private bool AddPending(ImmutableArray<PlanStep>.Builder steps, Func<MigrationStanding, bool> isWanted, int limit)
    {
        var complete = true;
        foreach (var migration in survey.Migrations)
        {
            switch (migration.Standing)
            {
                case Standing.Edited: findings.Add(Findings.Edited(migration)); break;
                case Standing.Missing: findings.Add(Findings.Missing(migration)); break;
                case Standing.Broken: findings.Add(Findings.Broken(migration.Problem!)); break;
                case Standing.Pending when !migration.Id.IsRepeatable:
                    if (!isWanted(migration) || limit-- <= 0) complete = false;
                    else steps.Add(new PlanStep(migration, StepAction.Apply));
                    break;
                case Standing.Succeeding when complete && isWanted(migration): steps.Add(new PlanStep(migration, StepAction.Succeed)); break;
            }
        }

        return complete;
    }

    private void AddRepeatables(ImmutableArray<PlanStep>.Builder steps)
    {
        foreach (var migration in survey.Migrations)
        {
            if (!migration.Id.IsRepeatable) continue;
            if (migration.Standing is Standing.Pending) steps.Add(new PlanStep(migration, StepAction.Apply));
            if (migration.Standing is Standing.Changed) steps.Add(new PlanStep(migration, StepAction.Reapply));
        }
    }

    private void WarnOfOrder(ImmutableArray<PlanStep>.Builder steps)
    {
        if (outOfOrder is OutOfOrder.Allow || survey.Current is not { } current) return;
        var under = graph?.LineageOf(survey.Applied.Select(applied => applied.Id));
        foreach (var step in steps)
        {
            var isLate = under?.Contains(step.Migration.Id) ?? step.Migration.Id.CompareTo(current.Id) < 0;
            if (step.Action is StepAction.Apply && !step.Migration.Id.IsRepeatable && isLate)
                findings.Add(Findings.OutOfOrder(step.Migration, current, outOfOrder is OutOfOrder.Refuse ? Severity.Error : Severity.Warning));
        }
    }
}
