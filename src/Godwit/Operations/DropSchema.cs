using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops an empty schema (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
public sealed record DropSchema(string Name) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop schema {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Schemas = schema.Schemas.Without(name => name == Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() => IfExists ? Reversal.Of() : Reversal.Of(new CreateSchema(Name) { Location = Location });
}
