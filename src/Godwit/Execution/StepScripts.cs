using System.Collections.Immutable;
using System.Text;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Finds the statements for the steps of a plan, before any of them is run.</summary>
internal sealed class StepScripts(HistoryStore store, DatabaseSession? session, ScriptSplitter splitter, string appliedBy)
{
    private const string OffLine = "-- transaction: off\n";

    /// <summary>The scripts, in the plan's order.</summary>
    /// <exception cref="GodwitException">A script cannot be run as it is written.</exception>
    internal async Task<ImmutableArray<StepScript>> PrepareAsync(Plan plan, int batch, CancellationToken cancellation)
    {
        var scripts = ImmutableArray.CreateBuilder<StepScript>(plan.Steps.Length);
        foreach (var step in plan.Steps)
        {
            var section = await SectionAsync(step, cancellation);
            scripts.Add(new StepScript(step, section, Segmenter.Divide(section, splitter), Record(step, batch)));
        }

        return scripts.MoveToImmutable();
    }

    private async Task<MigrationSection> SectionAsync(PlanStep step, CancellationToken cancellation) => step.Action switch
    {
        StepAction.Forget => new MigrationSection([], TransactionMode.On, null),
        StepAction.UndoFromHistory => FromHistory(step.Id, await store.ReadDownSqlAsync(session!, step.Id, cancellation) ?? ""),
        StepAction.Undo => step.Migration.Script!.Down!,
        _ => step.Migration.Script!.Up,
    };

    private MigrationSection FromHistory(string id, string sql)
    {
        var source = new SourceText($"the down of {id} in the history", sql);
        var mode = sql.StartsWith(OffLine, StringComparison.Ordinal) ? TransactionMode.Off : TransactionMode.On;
        return new MigrationSection(splitter.Split(source, 0, sql.Length), mode, null);
    }

    private HistoryRecord Record(PlanStep step, int batch) => new(
        step.Id, batch, step.Migration.Checksum?.Text ?? step.Migration.Applied?.Checksum ?? "", appliedBy, GodwitVersion.Current,
        step.Direction is Direction.Up && step.Migration.Script?.Down is { } down ? Kept(down) : null);

    private static string Kept(MigrationSection down)
    {
        var text = new StringBuilder(down.Transaction is TransactionMode.Off ? OffLine : "");
        foreach (var statement in down.Statements) text.Append(statement.Text).Append(";\n");
        return text.ToString();
    }
}
