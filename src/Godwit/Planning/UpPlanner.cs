using System.Collections.Immutable;
using Godwit.Configuration;

namespace Godwit.Planning;

/// <summary>Plans what is applied.</summary>
internal sealed class UpPlanner(Survey survey, OutOfOrder outOfOrder)
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    internal Plan Plan(Target target)
    {
        foreach (var problem in survey.Problems) findings.Add(Findings.Broken(problem));
        var last = LastIndex(target);
        var limit = target is Target.Next next ? next.Count : int.MaxValue;
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        AddUnfinished(steps);
        var complete = AddPending(steps, last, limit);
        if (complete) AddRepeatables(steps);
        WarnOfOrder(steps);
        return new Plan(target, steps.DrainToImmutable(), findings.DrainToImmutable());
    }

    private int LastIndex(Target target)
    {
        if (target is not Target.UpTo to) return int.MaxValue;
        var id = survey.Resolve(to.Revision);
        for (var i = 0; i < survey.Migrations.Length; i++)
        {
            if (survey.Migrations[i].Id.Equals(id)) return i;
        }

        return -1;
    }

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

    private bool AddPending(ImmutableArray<PlanStep>.Builder steps, int last, int limit)
    {
        var complete = true;
        for (var i = 0; i < survey.Migrations.Length; i++)
        {
            var migration = survey.Migrations[i];
            switch (migration.Standing)
            {
                case Standing.Edited: findings.Add(Findings.Edited(migration)); break;
                case Standing.Missing: findings.Add(Findings.Missing(migration)); break;
                case Standing.Broken: findings.Add(Findings.Broken(migration.Problem!)); break;
                case Standing.Pending when !migration.Id.IsRepeatable:
                    if (i > last || limit-- <= 0) complete = false;
                    else steps.Add(new PlanStep(migration, StepAction.Apply));
                    break;
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
        foreach (var step in steps)
        {
            if (step.Action is StepAction.Apply && !step.Migration.Id.IsRepeatable && step.Migration.Id.CompareTo(current.Id) < 0)
                findings.Add(Findings.OutOfOrder(step.Migration, current, outOfOrder is OutOfOrder.Refuse ? Severity.Error : Severity.Warning));
        }
    }
}
