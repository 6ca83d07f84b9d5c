using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Switches the checking of foreign keys off or on for the rest of the migration.</summary>
/// <param name="Enabled">Whether they are checked.</param>
public sealed record SetForeignKeyChecks(bool Enabled) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"switch foreign keys {(Enabled ? "on" : "off")}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new SetForeignKeyChecks(!Enabled) { Location = Location });
}
