using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>Scripts that are written without a database: what a range says is applied is taken for applied.</summary>
internal sealed class Offline(Dialect dialect, BookkeepingTables tables, MigratorOptions options, Surveyor surveyor, ScriptOptions how)
{
    /// <summary>The script that goes up.</summary>
    /// <param name="range">FROM:TO, or TO alone; FROM is then the place before all migrations. Either may be <c>heads</c>.</param>
    /// <exception cref="GodwitException">The range is none, a migration must not be applied, or a step cannot be written.</exception>
    internal string Up(string range)
    {
        var (first, last) = RangeText.Split(range) ?? ("base", range);
        var files = surveyor.Survey(HistorySnapshot.Empty);
        var from = Place(files, first.Length == 0 ? "base" : first);
        var survey = At(files, from);
        var to = Place(survey, last.Length == 0 ? "head" : last);
        RequireOrder(files, from, to, range, "downgrade");
        return Write(survey, from, to, IsAll(files, to) ? new Target.Heads() : new Target.UpTo(Text(to)));
    }

    /// <summary>The script that goes down.</summary>
    /// <param name="range">FROM:TO. FROM may be <c>heads</c>.</param>
    /// <exception cref="GodwitException">The range is none, a migration has no down, or a step cannot be written.</exception>
    internal string Down(string range)
    {
        if (RangeText.Split(range) is not var (first, last))
        {
            throw new GodwitException(ErrorCode.Usage, $"'{range}' says where to go but not from where, which cannot be known without a connection.",
                $"Write FROM:TO, for example head:{range}");
        }

        var files = surveyor.Survey(HistorySnapshot.Empty);
        var from = Place(files, first.Length == 0 ? "base" : first);
        var survey = At(files, from);
        ImmutableArray<MigrationId> to = survey.Resolve(last.Length == 0 ? "head" : last) is { } id ? [id] : [];
        RequireOrder(files, to, from, range, "upgrade");
        return Write(survey, from, to, to.IsEmpty ? new Target.Base() : new Target.DownTo(Text(to)));
    }

    /// <summary>A place as people name it.</summary>
    internal static string Text(ImmutableArray<MigrationId> place) => place.IsEmpty ? "base" : string.Join(" and ", place);

    // What a revision names: one migration, all heads where branches are not joined, or none, the place before all migrations. Steps are
    // counted from where the survey stands.
    private static ImmutableArray<MigrationId> Place(Survey survey, string revision) =>
        revision.Equals("heads", StringComparison.OrdinalIgnoreCase) ? survey.Graph.Heads
        : survey.Resolve(revision) is { } id ? [id]
        : [];

    private string Write(Survey survey, ImmutableArray<MigrationId> from, ImmutableArray<MigrationId> to, Target target)
    {
        var plan = Planner.Plan(survey, target, options.OutOfOrder);
        plan.ThrowIfForbidden();
        var product = how.Product ?? dialect.Name;
        var shell = dialect.Shell(product);
        var sql = new HistorySql(dialect, tables, new ScriptValues(shell.Batch, shell.CurrentUser));
        var finding = new StepScripts(new HistoryStore(dialect, tables), null, dialect, options, product);
        var scripts = new OfflineSteps(dialect, product, finding, survey).Prepare(plan);
        return new ScriptText(dialect, shell, sql, how.Kind).Write(scripts, from, to);
    }

    // As if everything up to there had been applied, from the files as they are.
    private Survey At(Survey files, ImmutableArray<MigrationId> place)
    {
        if (place.IsEmpty) return files;
        var lineage = files.Graph.LineageOf(place);
        var all = IsAll(files, place);
        var there = files.Graph.Order.Where(lineage.Contains).Select(id => files.Find(id)!).Concat(files.Migrations.Where(migration => all && migration.Id.IsRepeatable))
            .Where(migration => migration.Standing is not Standing.OtherEnvironment);
        var rows = ImmutableArray.CreateBuilder<AppliedMigration>();
        foreach (var migration in there)
        {
            if (migration.Problem is { } problem) throw problem;
            rows.Add(new AppliedMigration
            {
                Sequence = rows.Count + 1,
                Id = migration.Id.Text,
                Batch = 1,
                ExecutedAt = DateTimeOffset.UnixEpoch,
                Checksum = migration.Checksum!.Text,
                State = MigrationState.Applied,
                GodwitVersion = GodwitVersion.Current,
                HasDownSql = false,
            });
        }

        return surveyor.Survey(new HistorySnapshot(Installed: true, rows.DrainToImmutable()));
    }

    private static bool IsAll(Survey files, ImmutableArray<MigrationId> place) => !place.IsEmpty && place.SequenceEqual(files.Graph.Heads);

    private static void RequireOrder(Survey files, ImmutableArray<MigrationId> earlier, ImmutableArray<MigrationId> later, string range, string other)
    {
        var lineage = files.Graph.LineageOf(later);
        if (earlier.All(lineage.Contains)) return;
        throw new GodwitException(
            ErrorCode.Usage, $"{range} goes the other way: {Text(earlier)} does not come before {Text(later)}.", $"Swap them, or use godwit {other}.");
    }
}
