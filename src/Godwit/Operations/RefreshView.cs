using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Fills a materialised view anew (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
public sealed record RefreshView(ObjectName Name) : Operation
{
    /// <summary>Whether it can be read meanwhile; it needs a unique index for that.</summary>
    public bool Concurrently { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"refresh view {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of();
}
