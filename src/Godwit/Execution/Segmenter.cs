using System.Collections.Immutable;
using Godwit.Migrations;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Divides a migration into the parts that take effect together. Pure.</summary>
internal static class Segmenter
{
    /// <summary>The parts, in order. One transaction wherever the database allows it.</summary>
    /// <exception cref="GodwitException">The script begins or ends a transaction inside the one that Godwit manages.</exception>
    internal static ImmutableArray<Segment> Divide(MigrationSection section, ScriptSplitter splitter) =>
        section.Transaction is TransactionMode.Off ? Apart(section.Statements, splitter) : Together(section.Statements, splitter);

    private static ImmutableArray<Segment> Together(ImmutableArray<SqlStatement> statements, ScriptSplitter splitter)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var first = 0;
        for (var i = 0; i < statements.Length; i++)
        {
            switch (splitter.BehaviorOf(statements[i]))
            {
                case TransactionBehavior.Transactional:
                    if (NeedsCommit(statements, first, i, splitter)) Close(i);
                    break;
                case TransactionBehavior.OutsideOnly or TransactionBehavior.CommitsImplicitly:
                    Close(i);
                    segments.Add(new Segment(SegmentMode.Autocommit, i, [statements[i]]));
                    first = i + 1;
                    break;
                case TransactionBehavior.ControlsTransaction:
                    throw ControlInside(statements[i]);
            }
        }

        Close(statements.Length);
        return segments.DrainToImmutable();

        void Close(int end)
        {
            if (end > first) segments.Add(new Segment(SegmentMode.Transaction, first, statements[first..end]));
            first = end;
        }
    }

    private static bool NeedsCommit(ImmutableArray<SqlStatement> statements, int first, int current, ScriptSplitter splitter)
    {
        for (var earlier = first; earlier < current; earlier++)
        {
            if (splitter.NeedsCommitBetween(statements[earlier], statements[current])) return true;
        }

        return false;
    }

    // A transaction that the script writes out itself, from its BEGIN to its COMMIT, is one part.
    private static ImmutableArray<Segment> Apart(ImmutableArray<SqlStatement> statements, ScriptSplitter splitter)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        for (var i = 0; i < statements.Length; i++)
        {
            var end = i + 1;
            if (splitter.BehaviorOf(statements[i]) is TransactionBehavior.ControlsTransaction)
            {
                while (end < statements.Length && splitter.BehaviorOf(statements[end]) is not TransactionBehavior.ControlsTransaction) end++;
                if (end == statements.Length) throw NotEnded(statements[i]);
                segments.Add(new Segment(SegmentMode.OwnTransaction, i, statements[i..(end + 1)]));
                i = end;
                continue;
            }

            segments.Add(new Segment(SegmentMode.Autocommit, i, statements[i..end]));
        }

        return segments.DrainToImmutable();
    }

    private static GodwitException ControlInside(SqlStatement statement) => new(
        ErrorCode.TransactionControl,
        $"The migration begins or ends a transaction itself ({Shortened.Text(statement.Text, 40)}), but it already runs in one.",
        "Take the line out: the migration is one transaction together with its history row. "
        + "If it must manage transactions itself, put the line -- transaction: off at its top.",
        statement.Location, "Nothing was changed.");

    private static GodwitException NotEnded(SqlStatement statement) => new(
        ErrorCode.TransactionControl, $"The transaction that begins here ({Shortened.Text(statement.Text, 40)}) is not ended in the migration.",
        "Add its COMMIT.", statement.Location, "Nothing was changed.");
}
