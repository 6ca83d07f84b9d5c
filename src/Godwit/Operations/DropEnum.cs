using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops an enumerated type (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
public sealed record DropEnum(ObjectName Name) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The type as it was; null while that is not known.</summary>
    public EnumType? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop type {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Enums = schema.Enums.Without(type => type.Name == Name) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Enums.FirstOrDefault(type => type.Name == Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateEnum(Old) { Location = Location })
        : IfExists ? Reversal.Of()
        : new Reversal.None("Its values are not known: write Down, and create it there.");
}
