using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Changes the rows of a large table a range of its key at a time, each in a transaction of its own.</summary>
/// <param name="Table">The table.</param>
/// <param name="Assignments">What stands between SET and WHERE.</param>
public sealed record Backfill(ObjectName Table, DialectText Assignments) : Operation
{
    /// <summary>Which rows, as SQL; null is all.</summary>
    public string? Predicate { get; init; }

    /// <summary>The column whose ranges are gone through: a whole number, unique or nearly so; null is the primary key.</summary>
    public string? Key { get; init; }

    /// <summary>How many keys a range spans. Default: 10,000.</summary>
    public int BatchSize { get; init; } = 10_000;

    /// <summary>How long it waits between two ranges. Default: not at all.</summary>
    public TimeSpan Pause { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"backfill {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema;

    /// <inheritdoc/>
    public override Reversal Reverse() => Reversal.Of();
}
