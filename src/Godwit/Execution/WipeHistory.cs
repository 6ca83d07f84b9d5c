namespace Godwit;

/// <summary>What becomes of the history when a database is wiped.</summary>
public enum WipeHistory
{
    /// <summary>It goes with everything else.</summary>
    Drop,

    /// <summary>It stays, and goes on saying what was applied.</summary>
    Keep,
}
