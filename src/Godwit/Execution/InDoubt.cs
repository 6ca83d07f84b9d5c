using Godwit.History;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>The words for a migration that an earlier run left half done and that cannot simply be gone on with.</summary>
internal static class InDoubt
{
    internal static GodwitException PrefixEdited(StepScript script, JournalEntry entry) => new(
        ErrorCode.InDoubt,
        $"{script.Record.Id} was left half done, and its statements 1 to {entry.Index + 1}, which are done, are no longer what they were.",
        $"Put those statements back as they were and correct only what follows; or, if the database is in order as it is: "
        + $"godwit repair {script.Record.Id} --done (all of it counts as done) or --retry (none of it does).",
        script.Section.Statements.Length > 0 ? script.Section.Statements[0].Location : script.Step.Migration.Location, "Nothing was changed by this run.");

    internal static GodwitException VariableLost(StepScript script, int done, LostVariable lost) => new(
        ErrorCode.InDoubt,
        $"An earlier run stopped after statement {done + 1} of {script.Record.Id}, and this statement uses {lost.Name}, whose value ended with the session of that run.",
        $"Write the value itself in place of {lost.Name} in the statements that are left, then run it again: what is done is not run again.",
        lost.UsedBy.Location, "Nothing was changed by this run.");

    internal static GodwitException CodeEdited(JournalEntry entry) => new(
        ErrorCode.InDoubt,
        $"{entry.Migration} was left half done, and what is done of it is no longer what it says.",
        $"Put the operations that are done back as they were and correct only what follows; or, if the database is in order as it is: "
        + $"godwit repair {entry.Migration} --done (all of it counts as done) or --retry (none of it does).",
        state: "Nothing was changed by this run.");

    internal static GodwitException CutOffAndEdited(StepScript script, JournalEntry entry) => new(
        ErrorCode.InDoubt,
        $"A run was cut off inside statement {entry.Index + 1} of {script.Record.Id}, and the file has been edited since: whether the statement took effect cannot be told.",
        $"Look in the database whether it did. Then: godwit repair {script.Record.Id} --done if it did, --retry if it did not.",
        script.Step.Migration.Location, "Nothing was changed by this run.");

    internal static GodwitException Unclear(StepScript script, JournalEntry entry) => new(
        ErrorCode.InDoubt,
        $"A run was cut off inside statement {entry.Index + 1} of {script.Record.Id}, and whether it took effect cannot be told: "
        + Shortened.Text(script.Section.Statements[entry.Index].Text, 60),
        $"Look in the database whether it did. Then: godwit repair {script.Record.Id} --done if it did, --retry if it did not.",
        script.Section.Statements[entry.Index].Location, "Nothing was changed by this run.");
}
