using System.Collections.Immutable;

namespace Godwit.Sql;

/// <summary>Cuts scripts into statements by the rules of one database, and says how each stands to a transaction.</summary>
public abstract class ScriptSplitter
{
    /// <summary>The tokens of this database.</summary>
    public abstract SqlLexer Lexer { get; }

    /// <summary>
    /// The statements in a part of a script, in order. Empty ones and those that are comments only are left out; each
    /// statement's text is exactly what stands in the script from its first to its last token.
    /// </summary>
    /// <param name="source">The script.</param>
    /// <param name="start">The first offset of the part.</param>
    /// <param name="end">The offset just after the part.</param>
    /// <exception cref="GodwitException">The script is not one the database could take: unterminated, or meant for a client program.</exception>
    public abstract ImmutableArray<SqlStatement> Split(SourceText source, int start, int end);

    /// <summary>How a statement stands to a transaction.</summary>
    public abstract TransactionBehavior BehaviorOf(SqlStatement statement);

    /// <summary>
    /// Whether a statement sets something that lasts as long as the session, and on which later statements may depend: a run that
    /// goes on in another session has to set it there too.
    /// </summary>
    public abstract bool SetsSession(SqlStatement statement);

    /// <summary>The first variable of a script that would have another value where a run goes on in another session; null when there is none.</summary>
    /// <param name="done">The statements that are done.</param>
    /// <param name="left">The statements after them.</param>
    public virtual LostVariable? FindLost(ImmutableArray<SqlStatement> done, ImmutableArray<SqlStatement> left) => null;

    /// <summary>
    /// What a statement sets in its session that is not set back when its transaction is rolled back: where that is tried again, the
    /// statements before it would find it set.
    /// </summary>
    /// <returns>The names of the settings; empty for any other statement.</returns>
    public virtual IReadOnlyCollection<string> SettingsBeyondRollback(SqlStatement statement) => [];

    /// <summary>
    /// Whether the second of two statements of one migration can only run when the first is committed, as a value added to
    /// a PostgreSQL enum can only be used after the commit (55P04).
    /// </summary>
    /// <param name="earlier">The statement that stands first.</param>
    /// <param name="later">A statement after it.</param>
    public virtual bool NeedsCommitBetween(SqlStatement earlier, SqlStatement later) => false;
}
