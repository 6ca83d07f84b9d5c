using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>Finds the statements of a plan's steps without a database. Where a step needs the schema before it, the migrations are replayed in memory.</summary>
internal sealed class OfflineSteps(Dialect dialect, string product, StepScripts finding, Survey survey)
{
    /// <summary>The scripts, in the plan's order.</summary>
    /// <exception cref="GodwitException">A step holds code, or needs what only the database knows.</exception>
    internal ImmutableArray<StepScript> Prepare(Plan plan)
    {
        var scripts = plan.Steps.Select(step => finding.Find(step, null)).ToArray();
        if (Array.Exists(scripts, script => script is null)) Replay(plan, scripts);
        foreach (var script in scripts) RefuseCode(script!);
        return [.. scripts!];
    }

    private void Replay(Plan plan, StepScript?[] scripts)
    {
        var replay = new Replay(dialect, dialect.GeneratorFor(product), product);
        var applied = survey.Applied.Where(migration => migration.Source is not null).ToArray();
        var ahead = plan.Direction is Direction.Up ? plan.Steps.Select(step => step.Migration) : [];
        foreach (var migration in applied.Concat(ahead))
        {
            var place = plan.Steps.IndexOf(plan.Steps.FirstOrDefault(step => step.Migration.Id.Equals(migration.Id))!);
            if (place >= 0 && scripts[place] is null && migration.Script!.Code is { } code)
            {
                var step = plan.Steps[place];
                var isWritten = step.Direction is Direction.Down && MigrationDescription.HasDown(code);
                if (isWritten) replay.Follow(migration);
                scripts[place] = replay.Say(step, schema => finding.Find(step, schema));
                if (isWritten) continue;
            }

            replay.Follow(migration);
        }
    }

    private static void RefuseCode(StepScript script)
    {
        foreach (var statement in script.Section.Statements)
        {
            if (statement.Code is null) continue;
            throw new GodwitException(
                ErrorCode.NotSupported, $"{script.Step.Id} runs code, and a script cannot.",
                $"Write scripts for what is before it and after it, and let the command run it between them: godwit upgrade {script.Step.Id}",
                statement.Location ?? script.Step.Migration.Location);
        }
    }
}
