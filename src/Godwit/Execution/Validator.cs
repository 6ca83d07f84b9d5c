using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>Looks at all migrations, applied ones too, as a run would: reads, compiles, splits and describes each, both ways.</summary>
internal sealed class Validator(Dialect dialect, MigratorOptions options)
{
    private readonly List<Finding> findings = [];

    /// <summary>What there is to say.</summary>
    /// <param name="survey">The migrations beside the history.</param>
    /// <param name="published">The ids that are on another branch already; null where there is none to compare with.</param>
    internal Validation Validate(Survey survey, Published? published)
    {
        findings.AddRange(Planner.Plan(survey, new Target.Heads(), options.OutOfOrder).Findings);
        AddHeads(survey);
        foreach (var migration in survey.Migrations)
        {
            if (migration.Standing is Standing.Running or Standing.Failed && migration.Applied is { IsBeingUndone: false }) findings.Add(Findings.HalfApplied(migration));
            AddContent(migration);
        }

        if (published is not null) AddLate(survey, published);
        return new Validation(survey, [.. findings.DistinctBy(finding => (finding.Code, finding.Message)).OrderByDescending(finding => finding.Severity)]);
    }

    /// <summary>What there is to say of migrations by themselves.</summary>
    internal ImmutableArray<Finding> Content(IEnumerable<MigrationStanding> migrations)
    {
        foreach (var migration in migrations) AddContent(migration);
        return [.. findings];
    }

    private void AddHeads(Survey survey)
    {
        try
        {
            if (survey.Graph.Heads.Length > 1) findings.Add(Findings.SeveralHeads(survey));
        }
        catch (GodwitException problem)
        {
            findings.Add(Findings.Broken(problem));
        }
    }

    private void AddContent(MigrationStanding migration)
    {
        if (migration is not { Source: { } source, Problem: null }) return;
        try
        {
            var outline = MigrationOutline.Of(source, dialect, options.Placeholders);
            if (outline.Down is null && !migration.Id.IsRepeatable) findings.Add(Findings.NoDown(migration) with { Severity = Severity.Warning });
        }
        catch (GodwitException problem)
        {
            findings.Add(Findings.Broken(problem));
        }
    }

    // One that says what it builds on has its place by that, whatever its name.
    private void AddLate(Survey survey, Published published)
    {
        foreach (var migration in survey.Migrations)
        {
            if (migration is not { Source: not null, Problem: null, Id.IsRepeatable: false } || published.Ids.Contains(migration.Id) || migration.Script!.Parents is not null) continue;
            if (published.Ids.Where(id => !id.IsRepeatable).Max() is { } newest && migration.Id.CompareTo(newest) < 0)
                findings.Add(Findings.Late(migration, newest, published.Branch));
        }
    }
}
