using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>What the history is told when a step is carried out.</summary>
internal static class StepRecords
{
    /// <summary>The statements that belong into the step's last transaction.</summary>
    internal static SqlStatement[] Of(StepScript script, HistorySql sql, string milliseconds)
    {
        var record = script.Record;
        if (script.Step.Direction is Direction.Down) return [sql.Remove(record.Id), sql.ForgetJournal(record.Id)];
        if (script.Step.Action is StepAction.Succeed) return sql.Succeed(record, script.Step.Migration.Script!.Replaced!.Value);
        return script.Step.Action is StepAction.Apply ? [sql.RecordApplied(record, milliseconds)] : [sql.MarkApplied(record, milliseconds)];
    }
}
