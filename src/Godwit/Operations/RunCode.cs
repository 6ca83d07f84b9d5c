using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Runs code with the open connection, in the migration's transaction. What it does is known to nobody else.</summary>
/// <param name="Name">What scripts and messages call it.</param>
/// <param name="Code">The code.</param>
public sealed record RunCode(string Name, MigrationCode Code) : Operation
{
    /// <summary>The code that undoes it; null when the author gave none.</summary>
    public MigrationCode? Undo { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"run {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Undo is not null
            ? Reversal.Of(new RunCode(Name, Undo) { Undo = Code, Location = Location })
            : new Reversal.None("What undoes code only you can say: write Down, or give the code that undoes it.");
}
