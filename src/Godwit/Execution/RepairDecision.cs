namespace Godwit;

/// <summary>What a person decides about a migration that was left half done.</summary>
public enum RepairDecision
{
    /// <summary>Nothing is decided.</summary>
    Undecided,

    /// <summary>What it was to do is there: it counts as applied, or, for a rollback, as undone.</summary>
    Done,

    /// <summary>Nothing of it is there: it counts as not begun.</summary>
    Retry,
}

/// <summary>What a repair did.</summary>
public enum RepairAction
{
    /// <summary>The checksum of an edited file was accepted.</summary>
    ChecksumAccepted,

    /// <summary>A migration whose file is gone was taken out of the history.</summary>
    Forgotten,

    /// <summary>A migration that was left half done counts as applied.</summary>
    MarkedApplied,

    /// <summary>A migration that was left half done counts as not applied.</summary>
    MarkedPending,
}
