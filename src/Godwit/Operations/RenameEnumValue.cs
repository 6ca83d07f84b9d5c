using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Gives a value of an enumerated type another name (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
/// <param name="From">The value before.</param>
/// <param name="To">The value after.</param>
public sealed record RenameEnumValue(ObjectName Type, string From, string To) : Operation
{
    /// <inheritdoc/>
    public override string Summary => $"rename value {From} of type {Type} to {To}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Enums = schema.Enums.Select(type => type.Name == Type ? type with { Values = type.Values.Select(value => value == From ? To : value) } : type) };

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of(new RenameEnumValue(Type, To, From) { Location = Location });
}
