namespace Godwit.Planning;

/// <summary>How a migration stands between its file and the history.</summary>
public enum Standing
{
    /// <summary>It is not applied.</summary>
    Pending,

    /// <summary>It is applied, and its file is what was applied.</summary>
    Applied,

    /// <summary>A run is inside it, or was killed inside it.</summary>
    Running,

    /// <summary>One of its steps failed; the ones before it are done.</summary>
    Failed,

    /// <summary>It is applied, and its file was edited afterwards.</summary>
    Edited,

    /// <summary>It is applied, and its file is gone.</summary>
    Missing,

    /// <summary>It is repeatable, and its file is no longer what was applied: it will be applied again.</summary>
    Changed,

    /// <summary>It is not applied, and not meant for this environment.</summary>
    OtherEnvironment,

    /// <summary>Its file cannot be read as a migration.</summary>
    Broken,

    /// <summary>It is a baseline, and the database has migrations that it stands for: when it has all of them, it is recorded in their place.</summary>
    Succeeding,

    /// <summary>It is applied, and its file is gone because a baseline stands for it.</summary>
    Replaced,
}
