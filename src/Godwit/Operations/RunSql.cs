using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Runs SQL as it is written.</summary>
/// <param name="Sql">One or more statements.</param>
public sealed record RunSql(DialectText Sql) : Operation
{
    /// <summary>The SQL that undoes it; null when the author gave none.</summary>
    public DialectText? Undo { get; init; }

    /// <summary>What it makes, where that is one thing that the model has no words for; null otherwise.</summary>
    internal NativeObject? Makes { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"run SQL";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Undo is not null
            ? Reversal.Of(new RunSql(Undo) { Undo = Sql, Location = Location })
            : new Reversal.None("What undoes SQL only you can say: write Down, or give the SQL that undoes it.");
}
