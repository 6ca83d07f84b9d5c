using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Dialects;

/// <summary>How a script is written for the database's own command-line client, which runs it without Godwit.</summary>
public abstract class ShellScript
{
    /// <summary>How the client is called, for a person to read at the top of the script.</summary>
    public abstract string Usage { get; }

    /// <summary>The lines that set the client up: it must stop at the first error, and mean by the SQL what Godwit means.</summary>
    public abstract ImmutableArray<string> Head { get; }

    /// <summary>The last lines.</summary>
    public virtual ImmutableArray<string> Foot => [];

    /// <summary>An expression for the user who runs the script.</summary>
    public abstract string CurrentUser { get; }

    /// <summary>An expression for the number of the batch, once <see cref="ChooseBatch"/> has run.</summary>
    public abstract string Batch { get; }

    /// <summary>The statements that switch the checking of foreign keys off and on, where a rebuild of a table needs that; null where nothing does.</summary>
    public virtual (string Off, string On)? ForeignKeys => null;

    /// <summary>Lines that choose the number of the next batch.</summary>
    /// <param name="history">The history table, quoted.</param>
    public abstract ImmutableArray<string> ChooseBatch(string history);

    /// <summary>Lines that end the script with a message when a condition holds.</summary>
    /// <param name="condition">An SQL condition.</param>
    /// <param name="message">The message.</param>
    public abstract ImmutableArray<string> Refuse(string condition, string message);

    /// <summary>Lines that run statements only when a condition holds before the first of them.</summary>
    /// <param name="condition">An SQL condition.</param>
    /// <param name="statements">The statements, transactions included.</param>
    /// <exception cref="GodwitException">The client cannot make one of them conditional.</exception>
    public abstract ImmutableArray<string> When(string condition, IReadOnlyList<SqlStatement> statements);

    /// <summary>A statement with what ends it.</summary>
    public virtual string Ended(SqlStatement statement) => statement.Text + ";";
}
