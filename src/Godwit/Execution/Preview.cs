using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>What a step would send, without sending it: the same statements in the same transactions, history rows included.</summary>
internal static class Preview
{
    internal static StepSql Of(StepScript script, DialectTraits traits, HistorySql sql)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<SqlStatement>>();
        SqlStatement[] records = StepRecords.Of(script, sql, traits.MillisecondsInTransaction ?? "NULL");
        SqlStatement begin = new(traits.Begin), commit = new("COMMIT");
        if (script.IsOneTransaction)
        {
            parts.Add([begin, .. script.Section.Statements, .. records, commit]);
            return new StepSql(script.Step, parts.DrainToImmutable());
        }

        foreach (var segment in script.Segments)
            parts.Add(segment.Mode is SegmentMode.Transaction ? [begin, .. segment.Statements, commit] : segment.Statements);
        parts.Add([begin, .. records, commit]);
        return new StepSql(script.Step, parts.DrainToImmutable());
    }
}
