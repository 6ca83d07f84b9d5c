using Godwit.Dialects;
using Godwit.Facts;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Execution;

/// <summary>Lays a plan before the safety rules, together with what the migrations before it tell of the tables.</summary>
internal sealed class PlanReview(Dialect dialect, DatabaseSession? session, MigratorOptions options)
{
    internal async Task<SafetyReview> OfAsync(Plan plan, Survey survey, CancellationToken cancellation)
    {
        var product = session?.Product ?? dialect.Name;
        var reading = new FactReading(dialect, session?.Splitter ?? dialect.Splitter, product);
        if (session is not null && plan.Steps.Any(step => step.Migration.Script?.Code is not null))
            reading.Schema = await session.ReadSchemaForAsync(plan.Steps, cancellation);
        var steps = plan.Steps.Where(step => step.Direction is Direction.Up && step.Migration.Script is not null).ToArray();
        var facts = steps.Select(step => reading.Of(step.Migration.Id, step.Migration.Source!.Path, step.Migration.Script!)).ToArray();
        var reviewer = new Reviewer(product, options.Allow);
        if (facts.Any(migration => migration.Facts.Any(AsksForTables))) Learn(reviewer, survey, new FactReading(dialect, session?.Splitter ?? dialect.Splitter, product));
        return new SafetyReview([.. facts.SelectMany((migration, i) => reviewer.Review(migration, steps[i].Migration.Script!.Allowances))]);
    }

    private static void Learn(Reviewer reviewer, Survey survey, FactReading reading)
    {
        foreach (var migration in survey.Applied)
        {
            try
            {
                if (migration.Script is { } script) reviewer.Learn(reading.Of(migration.Id, migration.Source!.Path, script));
            }
            catch (GodwitException)
            {
                // an applied file that cannot be read any more tells nothing; the plan itself has said what is wrong with it
            }
        }
    }

    // Where the answer depends on what a table was before, the migrations that made it are read, too.
    private static bool AsksForTables(Fact fact) => fact is ColumnRetyped or ColumnRedefined or ColumnRenamed or ColumnDropped or TablesDropped or NullForbidden
        or ConstraintAdded or ConstraintDropped or PartitionAttached;
}
