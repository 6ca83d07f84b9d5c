using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes a sequence (PostgreSQL, MariaDB).</summary>
/// <param name="Sequence">The sequence.</param>
public sealed record CreateSequence(Sequence Sequence) : Operation
{
    /// <summary>Whether one of that name may be there already, and then stays as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"create sequence {Sequence.Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => IfNotExists && schema.Sequences.Any(other => other.Name == Sequence.Name) ? schema : schema with { Sequences = schema.Sequences.Add(Sequence) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        IfNotExists
            ? new Reversal.None("It may have been there before: write Down, and drop it there if it is to go.")
            : Reversal.Of(new DropSequence(Sequence.Name) { Old = Sequence, Location = Location });
}
