using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes an enumerated type (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
public sealed record CreateEnum(EnumType Type) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"create type {Type.Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Enums = schema.Enums.Add(Type) };

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new DropEnum(Type.Name) { Old = Type, Location = Location });
}
