using System.Collections.Immutable;
using System.Text;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Writes the steps of a plan as a script that does what a run would do, history and journal included. Pure.</summary>
internal sealed class ScriptText(Dialect dialect, ShellScript shell, HistorySql sql, ScriptKind kind)
{
    private readonly StringBuilder text = new();

    /// <summary>The whole script.</summary>
    /// <param name="scripts">The steps.</param>
    /// <param name="from">The migrations with which the range begins; none is the state before all migrations.</param>
    /// <param name="to">Those with which it ends.</param>
    internal string Write(ImmutableArray<StepScript> scripts, ImmutableArray<MigrationId> from, ImmutableArray<MigrationId> to)
    {
        var isUp = scripts.IsEmpty || scripts[0].Step.Direction is Direction.Up;
        Line($"-- Godwit {GodwitVersion.Current}: {(isUp ? "upgrade" : "downgrade")} from {Offline.Text(from)} to {Offline.Text(to)}");
        Line(kind is ScriptKind.Idempotent ? "-- for a database in any state between the two" : $"-- for a database at {Offline.Text(from)}");
        Line($"-- run it with: {shell.Usage}");
        Lines(shell.Head);
        Line();
        Line("-- the history and its companions");
        foreach (var statement in sql.CreateTables().Add(sql.AddLockRowIfMissing)) Line(shell.Ended(statement));
        Lines(shell.Refuse(Wrong(scripts, from), kind is ScriptKind.Idempotent ? "A migration was left half done: see godwit status" : $"This script is for a database at {Offline.Text(from)}"));
        if (isUp) Lines(shell.ChooseBatch(sql.Table));
        foreach (var script in scripts) Step(script);
        Line();
        Lines(shell.Foot);
        return text.ToString();
    }

    private void Step(StepScript script)
    {
        var step = script.Step;
        Line();
        Line($"-- {(step.Direction is Direction.Up ? "apply" : "undo")} {step.Id}{(step.Migration.Source is { } source ? $" ({source.Path})" : "")}");
        if (script.Section.Timeout is { } limit) Line($"-- its limit of {limit.TotalSeconds:0.###} s for each statement is kept by the command only");
        if (kind is ScriptKind.ForItsRange) foreach (var statement in Statements(script)) Line(shell.Ended(statement));
        else if (step.Direction is Direction.Down) Lines(shell.When(sql.IsApplied(step.Id), Statements(script)));
        else if (step.Migration.Id.IsRepeatable) Lines(shell.When($"NOT {sql.IsApplied(step.Id, script.Record.Checksum)}", Statements(script)));
        else Lines(shell.When($"NOT {sql.IsApplied(step.Id)}", Statements(script)));
    }

    private List<SqlStatement> Statements(StepScript script)
    {
        var statements = new List<SqlStatement>();
        var suspended = script.Section.ForeignKeys is ForeignKeyEnforcement.Suspended ? shell.ForeignKeys : null;
        if (suspended is { Off: var off }) statements.Add(new SqlStatement(off));
        if (script.IsOneTransaction)
            statements.AddRange([Begin, .. script.Section.Statements, .. Records(script), Commit]);
        else
            AddParts(statements, script);
        if (suspended is { On: var on }) statements.Add(new SqlStatement(on));
        return [.. statements.Select(Whole)];
    }

    private SqlStatement Begin => new(dialect.Traits.Begin);

    private static SqlStatement Commit => new("COMMIT");

    // A walk through ranges is one statement here: the client cannot ask for the next range.
    private static SqlStatement Whole(SqlStatement statement) => statement.Ranges is { } ranges ? new SqlStatement(ranges.Whole, statement.Location) : statement;

    // What was applied before counts anew, so that a repeatable migration needs no other words.
    private IEnumerable<SqlStatement> Records(StepScript script)
    {
        if (script.Step.Migration.Id.IsRepeatable && script.Step.Direction is Direction.Up) yield return sql.Remove(script.Step.Id);
        foreach (var record in StepRecords.Of(script, sql, dialect.Traits.MillisecondsInTransaction ?? "NULL")) yield return record;
    }

    // The same notes before and after each part as a run makes, so that the command can go on where a script was cut off.
    private void AddParts(List<SqlStatement> statements, StepScript script)
    {
        var id = script.Record.Id;
        var isUp = script.Step.Direction is Direction.Up;
        var hashes = StatementChain.Of(script.Section.Statements);
        if (isUp && script.Step.Migration.Id.IsRepeatable) statements.AddRange([Begin, sql.Remove(id), sql.ForgetJournal(id), sql.RecordRunning(script.Record), Commit]);
        else statements.AddRange([Begin, isUp ? sql.RecordRunning(script.Record) : sql.MarkState(id, MigrationState.Running), Commit]);
        foreach (var segment in script.Segments)
        {
            var entry = new JournalEntry(id, script.Step.Direction, segment.Last, hashes[segment.Last], StepState.Done, null);
            var running = entry with { State = StepState.Running };
            statements.AddRange(segment.Mode switch
            {
                SegmentMode.Transaction => [Begin, sql.Journal(entry), .. segment.Statements, Commit],
                SegmentMode.OwnTransaction => [segment.Statements[0], sql.Journal(entry), .. segment.Statements.Skip(1)],
                SegmentMode.Autocommit or SegmentMode.Ranges => [sql.Journal(running), segment.Statements[0], sql.JournalState(entry, StepOutcome.Answer)],
                _ => throw new InvalidOperationException("A segment runs in one of these ways."),
            });
        }

        statements.AddRange([Begin, .. isUp ? [sql.MarkApplied(script.Record, "NULL")] : StepRecords.Of(script, sql, "NULL"), Commit]);
    }

    private string Wrong(ImmutableArray<StepScript> scripts, ImmutableArray<MigrationId> from)
    {
        var ids = scripts.Where(script => !script.Step.Migration.Id.IsRepeatable).Select(script => script.Step.Id).ToArray();
        if (kind is ScriptKind.Idempotent) return sql.AnyHalfDone;
        if (ids.Length == 0) return sql.AnyHalfDone;
        if (scripts[0].Step.Direction is Direction.Down) return $"{sql.CountApplied(ids)} <> {ids.Length}";
        return string.Join(" OR NOT ", [$"{sql.CountThere(ids)} > 0", .. from.Select(id => sql.IsApplied(id.Text))]);
    }

    private void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines) Line(line);
    }

    private void Line(string line = "") => text.Append(line).Append('\n');
}
