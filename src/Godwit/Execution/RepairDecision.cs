namespace Godwit;

/// <summary>What a person decides about a migration that was left half done.</summary>
public enum RepairDecision
{
    /// <summary>Nothing is decided.</summary>
    Undecided,

    /// <summary>
    /// What it was to do is there. The statement that a run was cut off in counts as done; where there is none, the migration counts as
    /// applied or, for a rollback, as undone.
    /// </summary>
    Done,

    /// <summary>Nothing of it is there: the statement that a run was cut off in, or else the migration, counts as not begun.</summary>
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

    /// <summary>The statement that a run was cut off in counts as done; the next run goes on after it.</summary>
    StatementDone,

    /// <summary>The statement that a run was cut off in counts as not run; the next run begins with it.</summary>
    StatementPending,
}
