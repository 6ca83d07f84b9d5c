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
            switch (Behavior(statements[i], splitter))
            {
                case TransactionBehavior.Transactional or TransactionBehavior.MayControl:
                    if (NeedsCommit(statements, first, i, splitter)) Close(i);
                    break;
                case TransactionBehavior.OutsideOnly when statements[i].Ranges is not null:
                    Close(i);
                    segments.Add(new Segment(SegmentMode.Ranges, i, [statements[i]]));
                    first = i + 1;
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
        return segments.Count == 1 ? segments.DrainToImmutable() : [.. segments.SelectMany(segment => CutAtSettings(segment, splitter))];

        void Close(int end)
        {
            if (end > first) segments.Add(new Segment(SegmentMode.Transaction, first, statements[first..end]));
            first = end;
        }
    }

    // A transaction that is tried again must find what it found before. Where there are several anyway, a setting begins one.
    private static IEnumerable<Segment> CutAtSettings(Segment segment, ScriptSplitter splitter)
    {
        var first = 0;
        for (var i = 1; i < segment.Statements.Length; i++)
        {
            if (Sets(segment.Statements[i]) && !Sets(segment.Statements[i - 1]))
            {
                yield return Part(i);
                first = i;
            }
        }

        yield return Part(segment.Statements.Length);

        bool Sets(SqlStatement statement) => SessionSettings.Of(statement, splitter).Count > 0;

        Segment Part(int end) => new(segment.Mode, segment.First + first, segment.Statements[first..end]);
    }

    // Code takes part in the transaction; a walk through ranges has one for each.
    private static TransactionBehavior Behavior(SqlStatement statement, ScriptSplitter splitter) =>
        statement.Ranges is not null ? TransactionBehavior.OutsideOnly
        : statement.Code is not null ? TransactionBehavior.Transactional
        : splitter.BehaviorOf(statement);

    private static bool NeedsCommit(ImmutableArray<SqlStatement> statements, int first, int current, ScriptSplitter splitter)
    {
        for (var earlier = first; earlier < current; earlier++)
        {
            if (statements[earlier].Code is null && statements[current].Code is null && splitter.NeedsCommitBetween(statements[earlier], statements[current])) return true;
        }

        return false;
    }

    // Each statement is by itself: in a transaction with the note that it is done, wherever the database lets it be in one, so that
    // nobody has to ask later whether it took effect. A transaction that the script writes out itself, from its BEGIN to its COMMIT,
    // is one part.
    private static ImmutableArray<Segment> Apart(ImmutableArray<SqlStatement> statements, ScriptSplitter splitter)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        for (var i = 0; i < statements.Length; i++)
        {
            var mode = Behavior(statements[i], splitter) switch
            {
                TransactionBehavior.ControlsTransaction => SegmentMode.OwnTransaction,
                TransactionBehavior.Transactional => SegmentMode.Transaction,
                _ when statements[i].Ranges is not null => SegmentMode.Ranges,
                _ => SegmentMode.Autocommit,
            };
            var end = mode is SegmentMode.OwnTransaction ? EndOfOwn(statements, i, splitter) : i + 1;
            segments.Add(new Segment(mode, i, statements[i..end]));
            i = end - 1;
        }

        return segments.DrainToImmutable();
    }

    private static int EndOfOwn(ImmutableArray<SqlStatement> statements, int first, ScriptSplitter splitter)
    {
        for (var end = first + 1; end < statements.Length; end++)
        {
            switch (Behavior(statements[end], splitter))
            {
                case TransactionBehavior.ControlsTransaction: return end + 1;
                // the note that all of it is done would be committed before all of it is
                case TransactionBehavior.CommitsImplicitly: throw CommittedInside(statements[first], statements[end]);
            }
        }

        throw NotEnded(statements[first]);
    }

    private static GodwitException ControlInside(SqlStatement statement) => new(
        ErrorCode.TransactionControl,
        $"The migration begins or ends a transaction itself ({Shortened.Text(statement.Text, 40)}), but it already runs in one.",
        "Take the line out: the migration is one transaction together with its history row. "
        + "If it must manage transactions itself, put the line -- transaction: off at its top.",
        statement.Location, "Nothing was changed.");

    private static GodwitException CommittedInside(SqlStatement begin, SqlStatement statement) => new(
        ErrorCode.TransactionControl,
        $"{Shortened.Text(statement.Text, 40)} commits the transaction that {Shortened.Text(begin.Text, 40)} begins, on this database.",
        "End the transaction with COMMIT before it, or take BEGIN and COMMIT out: each statement is then a step of its own.",
        statement.Location, "Nothing was changed.");

    private static GodwitException NotEnded(SqlStatement statement) => new(
        ErrorCode.TransactionControl, $"The transaction that begins here ({Shortened.Text(statement.Text, 40)}) is not ended in the migration.",
        "Add its COMMIT.", statement.Location, "Nothing was changed.");
}
