using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes an extension available (PostgreSQL).</summary>
/// <param name="Extension">The extension.</param>
public sealed record CreateExtension(Extension Extension) : Operation
{
    /// <summary>Whether it may be there already.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"create extension {Extension.Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.Extensions.Any(other => other.Name == Extension.Name) ? schema : schema with { Extensions = schema.Extensions.Add(Extension) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        IfNotExists ? Reversal.Of() : Reversal.Of(new DropExtension(Extension.Name) { Old = Extension, Location = Location });
}
