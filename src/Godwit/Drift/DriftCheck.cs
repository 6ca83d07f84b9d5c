using System.Collections.Immutable;
using Godwit.Comparison;
using Godwit.Planning;

namespace Godwit.Drift;

/// <summary>Finds out whether a project's models, migrations and database agree. It changes nothing.</summary>
/// <param name="database">The database.</param>
/// <param name="options">The migrations.</param>
public sealed class DriftCheck(Database database, MigratorOptions options)
{
    private readonly SchemaStates states = new(database, options);

    /// <summary>
    /// Compares the database with what the migrations that are applied to it make of an empty one, and what all migrations make with the models.
    /// Without migrations, the database with the models.
    /// </summary>
    /// <param name="models">Reads the models; null where the project has none.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="GodwitException">A database cannot be reached, a migration does not run on an empty one, or the models make no sense.</exception>
    public async Task<DriftReport> RunAsync(SchemaSource.Models? models, CancellationToken cancellation)
    {
        await using var migrator = new Migrator(database, options with { OnEvent = null });
        var survey = await migrator.SurveyAsync(cancellation);
        var hasApplied = survey.Applied.Any();
        var pending = survey.Pending.Select(migration => migration.Id.Text).ToImmutableArray();
        var live = await states.ReadLiveAsync(models, cancellation);
        if (!hasApplied && pending.IsEmpty)
            return new DriftReport(models is null ? [] : [await WithModelsAsync(DriftSide.Database, live, models, cancellation)], pending);
        var comparisons = ImmutableArray.CreateBuilder<DriftComparison>();
        var replayed = hasApplied ? await states.ReplayAsync(Applied(survey), models, cancellation) : null;
        if (replayed is not null)
        {
            // what its author wrote and the database keeps to the letter may be written otherwise
            var difference = SchemaComparer.Compare(database.Dialect.Normalize(live.Schema), database.Dialect.Normalize(replayed.Schema));
            comparisons.Add(new DriftComparison(DriftSide.Database, DriftSide.Migrations, difference, []));
        }

        if (models is not null)
        {
            var whole = replayed is not null && pending.IsEmpty ? replayed : await states.ReplayAsync(new Target.Head(), models, cancellation);
            comparisons.Add(await WithModelsAsync(DriftSide.Migrations, whole, models, cancellation));
        }

        return new DriftReport(comparisons.DrainToImmutable(), pending);
    }

    private static Target Applied(Survey survey) => survey.Pending.Any() && survey.Current is { } newest ? new Target.UpTo(newest.Id.Text) : new Target.Head();

    private async Task<DriftComparison> WithModelsAsync(DriftSide side, SchemaState actual, SchemaSource.Models models, CancellationToken cancellation)
    {
        var wanted = await states.ReadModelsAsync(models, actual, RenameDecisions.None, cancellation);
        var difference = wanted.From(actual.Schema);
        return new DriftComparison(side, DriftSide.Models, difference, difference.IsEmpty ? [] : [.. wanted.Undecided]) { Unread = [.. wanted.Unread] };
    }
}
