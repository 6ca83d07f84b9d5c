using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a sequence (PostgreSQL, MariaDB).</summary>
/// <param name="Name">Its name.</param>
public sealed record DropSequence(ObjectName Name) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The sequence as it was; null while that is not known.</summary>
    public Sequence? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop sequence {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Sequences = schema.Sequences.Without(other => other.Name == Name) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Sequences.FirstOrDefault(other => other.Name == Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateSequence(Old) { Location = Location })
        : IfExists ? Reversal.Of()
        : new Reversal.None("Its definition is not known: write Down, and create it there.");
}
