using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>
/// One change of a database as data. It knows its effect on a schema and what undoes it; how it is said in SQL is a dialect's.
/// The set is closed: whoever handles operations implements <see cref="IOperationVisitor{TResult}"/>.
/// </summary>
public abstract record Operation
{
    private protected Operation()
    {
    }

    /// <summary>Where it was written; null when nobody wrote it.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What it does, in a few words: <c>drop column email of users</c>.</summary>
    public abstract string Summary { get; }

    /// <summary>Calls the one method that fits.</summary>
    public abstract TResult Accept<TResult>(IOperationVisitor<TResult> visitor);

    /// <summary>What a schema is after it.</summary>
    /// <exception cref="GodwitException">It cannot be done to this schema: what it speaks of is not there, or already exists.</exception>
    public abstract DatabaseSchema ApplyTo(DatabaseSchema schema);

    /// <summary>
    /// Whether what undoes it can only be known from the schema before it: see <see cref="Complete"/>.
    /// </summary>
    public virtual bool ReversesFromSchema => false;

    /// <summary>The same, remembering the old side of what it changes or drops.</summary>
    /// <param name="before">The schema before it.</param>
    /// <exception cref="GodwitException">What it speaks of is not there.</exception>
    public virtual Operation Complete(DatabaseSchema before) => this;

    /// <summary>What undoes it.</summary>
    public abstract Reversal Reverse();
}

/// <summary>What undoes an operation.</summary>
public abstract record Reversal
{
    private Reversal()
    {
    }

    /// <summary>Some operations, in the order in which they run.</summary>
    public static Reversal Of(params ReadOnlySpan<Operation> operations) => new By(ValueList.Create(operations));

    /// <summary>Some operations, in the order in which they run; none where there is nothing to undo.</summary>
    public sealed record By(ValueList<Operation> Operations) : Reversal;

    /// <summary>Nothing can be derived.</summary>
    /// <param name="Advice">What the author can write instead.</param>
    public sealed record None(string Advice) : Reversal;
}
