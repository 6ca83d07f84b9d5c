using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Changes a sequence: what is null in it stays as it is.</summary>
/// <param name="Change">What changes.</param>
public sealed record AlterSequence(Sequence Change) : Operation
{
    /// <summary>The sequence as it was; null while that is not known.</summary>
    public Sequence? Old { get; init; }

    /// <summary>The number it goes on with; null is where it stands.</summary>
    public long? Restart { get; init; }

    /// <summary>
    /// Whether the change says all: what is null in it is as it is where nothing is said, and it cycles, or belongs to a column, only if it
    /// says so. Thus a change is undone.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"change sequence {Change.Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Sequences = schema.Sequences.Select(other => other.Name == Change.Name ? Merged(other) : other) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Sequences.FirstOrDefault(other => other.Name == Change.Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is null
            ? new Reversal.None("What it was before is not known: write Down.")
            : Reversal.Of(new AlterSequence(Old) { Old = Merged(Old), IsWhole = true, Location = Location });

    private Sequence Merged(Sequence sequence) => IsWhole ? Change : sequence with
    {
        Type = Change.Type ?? sequence.Type,
        Start = Change.Start ?? sequence.Start,
        Increment = Change.Increment ?? sequence.Increment,
        Minimum = Change.Minimum ?? sequence.Minimum,
        Maximum = Change.Maximum ?? sequence.Maximum,
        Cache = Change.Cache ?? sequence.Cache,
        Cycles = Change.Cycles || sequence.Cycles,
        OwnedBy = Change.OwnedBy ?? sequence.OwnedBy,
    };
}
