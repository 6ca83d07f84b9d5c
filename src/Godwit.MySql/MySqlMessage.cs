using System.Data.Common;
using System.Globalization;
using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Some statements of a list, sent as one text.</summary>
/// <param name="statements">The list.</param>
/// <param name="first">The place of the first one sent.</param>
/// <param name="end">The place after the last one sent.</param>
/// <param name="answers">How many answers the server gives to Godwit's own statements.</param>
internal sealed class MySqlMessage(IReadOnlyList<SqlStatement> statements, int first, int end, Answers answers)
{
    /// <summary>Asks which of the statements was run last, counted from 0.</summary>
    internal const string Reached = "SELECT @godwit_reached";

    /// <summary>Drivers give the first result with columns as soon as it comes: this one says that what Godwit noted is committed.</summary>
    private const string Noted = "SELECT 1;\n";

    internal int First => first;

    internal int Last => end - 1;

    internal bool IsSingle => end - first == 1;

    /// <summary>What is shown the rows of the one statement whose rows matter.</summary>
    internal Action<DbDataReader>? Row => statements.Take(end).Skip(first).FirstOrDefault(statement => statement.Row is not null)?.Row;

    /// <summary>How many of Godwit's own statements stand before one of the author's.</summary>
    internal int Notes => statements[end - 1].Location is null ? 0 : end - 1 - first;

    /// <summary>
    /// The statements, with a note before each that it is begun. To begin and to commit is not noted: nothing refuses them, and
    /// each note is one more statement for the server to run.
    /// </summary>
    internal string Text
    {
        get
        {
            if (IsSingle) return statements[first].Text;
            var text = new StringBuilder();
            var own = OwnEnd();
            var noted = -1;
            if (own - first > 1) text.Append("BEGIN NOT ATOMIC\n");
            for (var i = first; i < end; i++)
            {
                var reached = CanBeRefused(i) ? i : noted < 0 ? i + 1 : noted;
                if (reached != noted) text.Append(CultureInfo.InvariantCulture, $"SET @godwit_reached = {reached - first};\n");
                noted = reached;
                text.Append(statements[i].Text).Append(";\n");
                if (i == own - 1 && own - first > 1) text.Append("END;\n");
                if (i == first + Notes - 1) text.Append(Noted);
            }

            return text.ToString(0, text.Length - 2);
        }
    }

    internal string TextOf(int index) => statements[index].Text;

    // What changes the schema stays outside, and so does the author's statement: not everything is allowed in a compound statement.
    private int OwnEnd()
    {
        if (answers is Answers.ToEachStatement) return first;
        var own = first;
        while (own < end && statements[own].Location is null && IsNote(statements[own].Text)) own++;
        return own;
    }

    // What Godwit writes into its own tables, in transactions of its own.
    private static bool IsNote(string sql) => sql == MySqlDialect.Instance.Traits.Begin || sql == "COMMIT"
        || sql.StartsWith("INSERT INTO ", StringComparison.Ordinal) || sql.StartsWith("UPDATE ", StringComparison.Ordinal) || sql.StartsWith("DELETE FROM ", StringComparison.Ordinal);

    private bool CanBeRefused(int index) => statements[index].Text != MySqlDialect.Instance.Traits.Begin && statements[index].Text != "COMMIT";
}

/// <summary>How many answers the server gives to statements that Godwit adds.</summary>
internal enum Answers
{
    /// <summary>One to each. Reading an answer costs the client more than most of them cost the server.</summary>
    ToEachStatement,

    /// <summary>One to all, as they are one compound statement (MariaDB: BEGIN NOT ATOMIC).</summary>
    ToAllTogether,
}
