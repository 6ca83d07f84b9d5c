using System.Diagnostics;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// Turns what a session tells of the statements of one message into events about migrations. Statements that Godwit adds itself
/// (transactions, history) are not told.
/// </summary>
internal sealed class StepObserver(RunContext context) : IStatementObserver
{
    private readonly List<Entry> entries = [];
    private StepScript? begun;

    /// <summary>The statements of the message.</summary>
    internal List<SqlStatement> Statements { get; } = [];

    /// <summary>When the step that runs now was begun.</summary>
    internal long Started { get; private set; }

    /// <summary>The script to which a statement of the message belongs.</summary>
    internal StepScript ScriptAt(int index) => entries[index].Script;

    /// <summary>The place of a statement in its migration; null for one that Godwit added.</summary>
    internal int? PlaceAt(int index) => entries[index].Place;

    /// <summary>What a statement of the message is for.</summary>
    internal StatementRole RoleAt(int index) => entries[index].Role;

    internal void Add(StepScript script, SqlStatement statement, StatementRole role, int? place = null)
    {
        Statements.Add(statement);
        entries.Add(new Entry(script, role, place));
    }

    /// <summary>Adds the end of a transaction that began with the fence.</summary>
    internal void AddCommit(StepScript script, StatementRole role)
    {
        foreach (var seal in context.Held.Seal) Add(script, seal, StatementRole.Fence);
        Add(script, new SqlStatement("COMMIT"), role);
    }

    /// <summary>Makes room for the next message of the same step.</summary>
    internal void Clear()
    {
        Statements.Clear();
        entries.Clear();
    }

    void IStatementObserver.Started(int index)
    {
        var entry = entries[index];
        Begin(entry.Script);
        if (entry is { Role: not StatementRole.Boundary, Place: { } place })
            context.Emit(new ExecutionEvent.StatementStarted(entry.Script.Step, place, entry.Script.Section.Statements.Length, Statements[index].Untagged));
    }

    void IStatementObserver.Completed(int index, int rowsAffected, TimeSpan elapsed)
    {
        var entry = entries[index];
        Begin(entry.Script);
        if (entry is { Role: StatementRole.Work, Place: { } place })
            context.Emit(new ExecutionEvent.StatementCompleted(entry.Script.Step, place, Statements[index].Untagged, rowsAffected, elapsed));
        if (entry.Role is StatementRole.Commit or StatementRole.LastCommit) context.Held.Committed();
        if (entry.Role is not StatementRole.LastCommit) return;
        context.Emit(new ExecutionEvent.StepCompleted(entry.Script.Step, Stopwatch.GetElapsedTime(Started)));
    }

    private void Begin(StepScript script)
    {
        if (begun == script) return;
        begun = script;
        Started = Stopwatch.GetTimestamp();
        context.Emit(new ExecutionEvent.StepStarted(
            script.Step, context.IndexOf(script.Step), script.Section.Statements.Length, Math.Max(1, script.Segments.Length)));
    }

    private readonly record struct Entry(StepScript Script, StatementRole Role, int? Place);
}

/// <summary>What a statement of a message is for.</summary>
internal enum StatementRole
{
    /// <summary>It begins a transaction.</summary>
    Begin,

    /// <summary>It fails when the lock is lost.</summary>
    Fence,

    /// <summary>It limits how long those after it wait or take.</summary>
    Limit,

    /// <summary>It is the migration's own.</summary>
    Work,

    /// <summary>It is the migration's own, was run by an earlier run, and is run again for what it sets in the session.</summary>
    Setting,

    /// <summary>It is one range of a walk that is the migration's own.</summary>
    Range,

    /// <summary>It finds where the next range of a walk ends.</summary>
    Boundary,

    /// <summary>It writes to the history or the journal.</summary>
    Record,

    /// <summary>It commits a part of the migration.</summary>
    Commit,

    /// <summary>It commits the whole, or the last part, of the migration.</summary>
    LastCommit,
}
