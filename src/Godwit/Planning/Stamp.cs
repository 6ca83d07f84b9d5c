using System.Collections.Immutable;

namespace Godwit.Planning;

/// <summary>A change of the history alone, after which it says that the database is at a revision. Nothing is run.</summary>
/// <param name="Recorded">The migrations that are recorded as applied, in their order.</param>
/// <param name="Removed">The ids that are taken out of the history, in the order in which they were applied.</param>
public sealed record Stamp(ImmutableArray<MigrationStanding> Recorded, ImmutableArray<string> Removed)
{
    /// <summary>Whether the history says so already.</summary>
    public bool IsEmpty => Recorded.IsEmpty && Removed.IsEmpty;
}

/// <summary>What becomes of the rows that the history has when it is stamped.</summary>
public enum StampedRows
{
    /// <summary>Those that belong to the revision stay as they are.</summary>
    Keep,

    /// <summary>All go, whatever they say, and the history is rewritten.</summary>
    Purge,
}
