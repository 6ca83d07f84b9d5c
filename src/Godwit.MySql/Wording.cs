using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>What an operation becomes in SQL.</summary>
internal abstract record Wording
{
    private Wording()
    {
    }

    /// <summary>Nothing: what the operation wants is so already, or is for another database.</summary>
    internal static Wording Nothing { get; } = new Statements([]);

    /// <summary>Statements of their own, in order.</summary>
    internal sealed record Statements(ImmutableArray<string> Texts) : Wording
    {
        internal Statements(string text)
            : this([text])
        {
        }
    }

    /// <summary>Clauses of an ALTER TABLE, which others may join.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Clauses">The clauses, in order.</param>
    /// <param name="Work">What they cost.</param>
    internal sealed record Alteration(ObjectName Table, ImmutableArray<string> Clauses, AlterWork Work) : Wording
    {
        internal Alteration(ObjectName table, string clause, AlterWork work)
            : this(table, [clause], work)
        {
        }

        /// <summary>How the change is to be made.</summary>
        internal OnlineChange Online { get; init; } = OnlineChange.Unstated;

        /// <summary>The columns that are there only after it.</summary>
        internal ImmutableArray<string> Adds { get; init; } = [];

        /// <summary>The columns that are changed, dropped, or renamed (the old name and the new).</summary>
        internal ImmutableArray<string> Changes { get; init; } = [];

        /// <summary>The keys, constraints and indexes that are made, dropped or renamed.</summary>
        internal ImmutableArray<string> Keys { get; init; } = [];

        /// <summary>The columns that are spoken of by name.</summary>
        internal ImmutableArray<string> Uses { get; init; } = [];

        /// <summary>The expressions, which may speak of columns.</summary>
        internal ImmutableArray<string> Expressions { get; init; } = [];

        /// <summary>The column after which another is put.</summary>
        internal string? After { get; init; }

        /// <summary>
        /// The auto-increment column that is added, dropped, or whose key is. The server has none without a key (error 1075), so
        /// column and key come, and go, in one statement.
        /// </summary>
        internal string? Numbering { get; init; }

        /// <summary>The shorter statement that says the same when nothing joins; null when there is none.</summary>
        internal string? Alone { get; init; }
    }
}

/// <summary>
/// What an ALTER TABLE costs the server. Changes that cost the same are one statement, and others ride along with a rebuild; but a
/// change of definitions that is joined by the building of an index is no longer instant (MySQL manual, "Online DDL Operations").
/// </summary>
internal enum AlterWork
{
    /// <summary>The definitions are changed and the rows are not looked at.</summary>
    Definition,

    /// <summary>An index is built or dropped beside the rows.</summary>
    Index,

    /// <summary>The rows are read or written anew.</summary>
    Rows,

    /// <summary>InnoDB builds one full-text index at a time (error 1795).</summary>
    Alone,
}
