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
    /// <param name="range">FROM:TO, or TO alone; FROM is then the place before all migrations.</param>
    /// <exception cref="GodwitException">The range is none, a migration must not be applied, or a step cannot be written.</exception>
    internal string Up(string range)
    {
        var files = surveyor.Survey(HistorySnapshot.Empty);
        var ends = files.ResolveRange(range);
        RequireOrder(files, ends.From, ends.To, range, "downgrade");
        return Write(At(files, ends.From), ends, IsHead(files, ends.To) ? new Target.Head() : new Target.UpTo(ends.To?.Text ?? "base"));
    }

    /// <summary>The script that goes down.</summary>
    /// <param name="range">FROM:TO.</param>
    /// <exception cref="GodwitException">The range is none, a migration has no down, or a step cannot be written.</exception>
    internal string Down(string range)
    {
        if (RangeText.Split(range) is null)
        {
            throw new GodwitException(ErrorCode.Usage, $"'{range}' says where to go and not from where, which nobody knows without a connection.",
                $"Write FROM:TO, for example head:{range}");
        }

        var files = surveyor.Survey(HistorySnapshot.Empty);
        var ends = files.ResolveRange(range);
        RequireOrder(files, ends.To, ends.From, range, "upgrade");
        return Write(At(files, ends.From), ends, ends.To is null ? new Target.Base() : new Target.DownTo(ends.To.Text));
    }

    private string Write(Survey survey, RevisionRange ends, Target target)
    {
        var plan = Planner.Plan(survey, target, options.OutOfOrder);
        plan.ThrowIfForbidden();
        var product = how.Product ?? dialect.Name;
        var shell = dialect.Shell(product);
        var sql = new HistorySql(dialect, tables, new ScriptValues(shell.Batch, shell.CurrentUser));
        var finding = new StepScripts(new HistoryStore(dialect, tables), null, dialect, options, product);
        var scripts = new OfflineSteps(dialect, product, finding, survey).Prepare(plan);
        return new ScriptText(dialect, shell, sql, how.Kind).Write(scripts, ends.From, ends.To);
    }

    // As if everything up to there had been applied, from the files as they are.
    private Survey At(Survey files, MigrationId? place)
    {
        if (place is null) return files;
        var lineage = files.Graph.LineageOf(place);
        var head = IsHead(files, place);
        var there = files.Graph.Order.Where(lineage.Contains).Select(id => files.Find(id)!).Concat(files.Migrations.Where(migration => head && migration.Id.IsRepeatable))
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

    private static bool IsHead(Survey files, MigrationId? place) => place is not null && files.Graph.Heads is [var only] && only.Equals(place);

    private static void RequireOrder(Survey files, MigrationId? earlier, MigrationId? later, string range, string other)
    {
        if (earlier is null || (later is not null && files.Graph.LineageOf(later).Contains(earlier))) return;
        throw new GodwitException(ErrorCode.Usage, $"{range} goes the other way: {earlier} does not come before {later?.Text ?? "base"}.", $"Turn it round, or use godwit {other}.");
    }
}
