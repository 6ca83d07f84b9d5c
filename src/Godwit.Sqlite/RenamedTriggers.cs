using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// The texts of triggers after renames. SQLite renames by what a name means; here only the places are followed whose meaning is plain
/// from the words around them, and a trigger with any other is remembered as one whose text is not known.
/// </summary>
internal sealed class RenamedTriggers
{
    private readonly HashSet<string> unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A trigger after a table was renamed.</summary>
    internal Trigger Follow(RenameTable rename, Trigger trigger) =>
        Rewritten(trigger, rename.From.Name, rename.To.Name, (words, at) =>
            words.Is(at + 1, ".") || words.IsAny(at - 1, "ON", "FROM", "JOIN", "INTO", "UPDATE") ? Meaning.It
            : words.Is(at - 1, ".") || words.Is(at - 1, "TRIGGER") ? Meaning.Another
            : Meaning.Unclear);

    /// <summary>A trigger of a table after a column, of that table or another one, was renamed.</summary>
    internal Trigger Follow(RenameColumn rename, Table table, Trigger trigger)
    {
        var isOwn = SqliteReferences.Same(table.Name, rename.Table);
        return Rewritten(trigger, rename.From, rename.To, (words, at) =>
        {
            if (!isOwn && !words.Contain(rename.Table.Name)) return Meaning.Another;
            if (words.Is(at - 1, "."))
            {
                if (words.IsAny(at - 2, "NEW", "OLD")) return isOwn ? Meaning.It : Meaning.Another;
                return words.Is(at - 2, rename.Table.Name) ? Meaning.It : Meaning.Unclear;
            }

            if (words.Is(at + 1, ".") || words.Is(at + 1, "(") || words.Is(at - 1, "TRIGGER")) return Meaning.Another;
            return isOwn && words.IsInHeading(at) ? Meaning.It : Meaning.Unclear;
        });
    }

    /// <summary>Throws when the text of one of a table's triggers is not known.</summary>
    /// <exception cref="GodwitException">One is not.</exception>
    internal void RequireKnown(Table table)
    {
        if (table.Triggers.FirstOrDefault(trigger => unknown.Contains(trigger.Name)) is not { } trigger) return;
        throw new GodwitException(
            ErrorCode.NotSupported,
            $"SQLite must rebuild the table {table.Name}, and its trigger {trigger.Name} mentions something that was renamed just before, at a place where it may mean something else.",
            "Put the renaming in a migration of its own, before this one; or drop the trigger first and create it again at the end.");
    }

    private Trigger Rewritten(Trigger trigger, string from, string to, Func<TriggerWords, int, Meaning> meaning)
    {
        var words = new TriggerWords(trigger.Definition);
        var edits = new List<(TextSpan Span, string Sql)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.Is(i, from) || words.IsText(i)) continue;
            switch (meaning(words, i))
            {
                case Meaning.It:
                    edits.Add((words[i], SqliteNames.Quote(to)));
                    break;
                case Meaning.Unclear:
                    unknown.Add(trigger.Name);
                    break;
                default:
                    break;
            }
        }

        var sql = trigger.Definition;
        for (var i = edits.Count - 1; i >= 0; i--) sql = string.Concat(sql.AsSpan(0, edits[i].Span.Start), edits[i].Sql, sql.AsSpan(edits[i].Span.End));
        return trigger with { Definition = sql };
    }

    private enum Meaning
    {
        It,
        Another,
        Unclear,
    }
}
