using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Takes an extension away (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
public sealed record DropExtension(string Name) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The extension as it was; null while that is not known.</summary>
    public Extension? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop extension {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Extensions = schema.Extensions.Without(other => other.Name == Name) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Extensions.FirstOrDefault(other => other.Name == Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateExtension(Old) { Location = Location })
        : IfExists ? Reversal.Of()
        : Reversal.Of(new CreateExtension(new Extension(Name)) { Location = Location });
}
