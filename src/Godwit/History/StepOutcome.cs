namespace Godwit.History;

/// <summary>How the outcome of a step came to be known; kept in the journal by its name in lower case.</summary>
internal enum StepOutcome
{
    /// <summary>The database answered.</summary>
    Answer,

    /// <summary>The catalog was asked after a run was cut off.</summary>
    Probe,

    /// <summary>A person decided.</summary>
    Repair,
}
