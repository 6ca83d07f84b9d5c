using System.Globalization;
using Godwit.Execution;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Seeding;

namespace Godwit.Cli.Rendering;

/// <summary>A run as it goes: a live line on a terminal, and one line for each migration that is done.</summary>
internal sealed class ProgressLines(Terminal terminal, Verbosity verbosity) : IDisposable
{
    private readonly TextOutput lines = new(terminal.Error, terminal.ErrorColours, terminal.ErrorWidth);
    private readonly LiveLine live = new(terminal);
    private int current;
    private int total;
    private int statements;
    private bool waitingSaid;
    private bool logging = verbosity is Verbosity.Verbose;

    private bool IsLive => terminal.Audience is Audience.Person && terminal.ErrorColours is Colours.On;

    internal void Observe(ExecutionEvent happened)
    {
        if (verbosity is Verbosity.Quiet) return;
        switch (happened)
        {
            case ExecutionEvent.Noticed { Finding: var finding }: Warn(finding); break;
            case ExecutionEvent.Waiting waiting: Wait(waiting); break;
            case ExecutionEvent.Blocked blocked: Print((BlockedLine.Of(blocked), Style.Warning)); break;
            case ExecutionEvent.Replanned: Print(("Another run has changed the history; planning again.", Style.Faint)); break;
            case ExecutionEvent.RunStarted run: total = run.Plan.Steps.Length; break;
            case ExecutionEvent.StepStarted step: Begin(step); break;
            case ExecutionEvent.StatementStarted statement: Live(statement); break;
            case ExecutionEvent.StatementCompleted statement when logging: Statement(statement); break;
            case ExecutionEvent.RangeCompleted range when IsLive: Live(range); break;
            case ExecutionEvent.StepProbed probed: Probed(probed); break;
            case ExecutionEvent.StepCompleted done: Done(done); break;
            case ExecutionEvent.Seeding { Happened: var seeding }: Seeding(seeding); break;
        }
    }

    /// <summary>Takes the live line away.</summary>
    internal void Clear() => live.Clear();

    /// <summary>From now on every statement is shown with the time it took.</summary>
    internal void LogStatements() => logging = true;

    public void Dispose() => live.Dispose();

    private void Warn(Finding finding)
    {
        Clear();
        lines.Line(("warning ", Style.Warning), (CodeText.Of(finding.Code), Style.Faint));
        if (finding.Location is { } location) lines.Line("  " + location.Path, Style.Strong);
        lines.Paragraph(finding.Message, 2);
        lines.Paragraph(finding.Remedy, 2, Style.Hint);
    }

    private void Wait(ExecutionEvent.Waiting waiting)
    {
        var who = waiting.Holder is { } holder ? $" of {holder.Owner}" : "";
        if (IsLive) live.Show($"Waiting for the lock{who} … {waiting.Waited.TotalSeconds:0} s");
        else if (!waitingSaid) Print(($"Waiting for the lock{who}.", Style.Faint));
        waitingSaid = true;
    }

    private void Begin(ExecutionEvent.StepStarted step)
    {
        current = step.Index;
        statements = step.Statements;
        if (step.Segments > 1 && verbosity is Verbosity.Verbose)
            Print(($"  {step.Step.Id} runs in {step.Segments} parts: not all of it can be in one transaction", Style.Faint));
        if (IsLive) live.Show($"{Counter(step.Index)} {step.Step.Id}");
    }

    private void Live(ExecutionEvent.StatementStarted statement)
    {
        if (!IsLive) return;
        var place = statement.Statements > 1 ? $" statement {statement.Index + 1}/{statement.Statements}" : "";
        live.Show($"{Counter(current)} {statement.Step.Id}{place}");
    }

    private void Live(ExecutionEvent.RangeCompleted range) =>
        live.Show($"{Counter(current)} {range.Step.Id} rows up to key {range.Key} of {range.LastKey}");

    private void Statement(ExecutionEvent.StatementCompleted statement)
    {
        var where = statement.Statement.Location is { } location ? $"{location.Line}:{location.Column}" : "";
        var rows = statement.RowsAffected >= 0 ? $", {Counting.Of(statement.RowsAffected, "row")}" : "";
        Print(("    " + where.PadRight(8), Style.Faint), (Shortened.Text(statement.Statement.Text, Math.Max(20, terminal.ErrorWidth - 34)), Style.Plain),
            ($"  {Counting.Of(statement.Elapsed)}{rows}", Style.Faint));
    }

    private void Probed(ExecutionEvent.StepProbed probed) => Print(
        ($"  {probed.Migration}: an earlier run was cut off in '{Shortened.Text(probed.Statement.Text, 40)}'; the database says it is "
            + (probed.Effect is Dialects.StatementEffect.Present ? "done" : "not done"), Style.Warning));

    private void Done(ExecutionEvent.StepCompleted done)
    {
        var word = done.Step.Action switch
        {
            StepAction.Forget => "forgotten ",
            StepAction.Succeed => "recorded ",
            StepAction.Reapply => "reapplied ",
            _ when done.Step.Direction is Direction.Down => "rolled back ",
            _ => "applied ",
        };
        // A template that nobody filled in is applied like any other; who meant it to do something should see that it did not.
        var nothing = done.Step.Action is StepAction.Apply && statements == 0 ? "  no statements" : "";
        Print(("  " + word, Style.Good), (done.Step.Id, Style.Plain), ("  " + Counting.Of(done.Elapsed), Style.Faint), (nothing, Style.Warning));
    }

    private void Seeding(SeedEvent happened)
    {
        switch (happened)
        {
            case SeedEvent.Started started when IsLive: live.Show(started.Seeder); break;
            case SeedEvent.RowsWritten rows when IsLive: live.Show($"{rows.Seeder}: {Counting.Of(rows.Rows, "row")} of {rows.Table}  {Counting.Rate(rows.Rows, rows.Elapsed)}"); break;
            case SeedEvent.Skipped skipped: Print(("  known ", Style.Faint), (skipped.Seeder, Style.Plain), ("  has been run", Style.Faint)); break;
            case SeedEvent.Completed done:
                Print(("  seeded ", Style.Good), (done.Seeder, Style.Plain),
                    ($"  {Counting.Of(done.Rows, "row")}, {Counting.Of(done.Elapsed)}  {Counting.Rate(done.Rows, done.Elapsed)}".TrimEnd(), Style.Faint));
                break;
        }
    }

    private string Counter(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}/{total}");

    private void Print(params (string Text, Style Style)[] pieces)
    {
        Clear();
        lines.Line(pieces);
    }
}
