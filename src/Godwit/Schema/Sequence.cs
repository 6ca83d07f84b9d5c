namespace Godwit.Schema;

/// <summary>A generator of numbers (PostgreSQL, MariaDB).</summary>
/// <param name="Name">Its name.</param>
public sealed record Sequence(ObjectName Name)
{
    /// <summary>The type of its numbers; null is a 64-bit integer (PostgreSQL).</summary>
    public string? Type { get; init; }

    /// <summary>The first number; null is 1.</summary>
    public long? Start { get; init; }

    /// <summary>The step from one number to the next; null is 1.</summary>
    public long? Increment { get; init; }

    /// <summary>The smallest number; null is the type's.</summary>
    public long? Minimum { get; init; }

    /// <summary>The largest number; null is the type's.</summary>
    public long? Maximum { get; init; }

    /// <summary>How many numbers a session takes in advance; null is the database's usual.</summary>
    public long? Cache { get; init; }

    /// <summary>Whether it begins again after its last number.</summary>
    public bool Cycles { get; init; }

    /// <summary>The column it belongs to, with which it is dropped; null when it stands by itself (PostgreSQL: OWNED BY).</summary>
    public SequenceOwner? OwnedBy { get; init; }
}

/// <summary>The column that a sequence belongs to.</summary>
/// <param name="Table">The column's table.</param>
/// <param name="Column">The column.</param>
public sealed record SequenceOwner(ObjectName Table, string Column);
