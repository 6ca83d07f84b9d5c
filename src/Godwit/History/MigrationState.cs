namespace Godwit.History;

/// <summary>How far a migration in the history has come. Each is stored by its name in lower case.</summary>
public enum MigrationState
{
    /// <summary>It is applied, whole.</summary>
    Applied,

    /// <summary>A run is inside it, or was killed inside it.</summary>
    Running,

    /// <summary>One of its steps failed; the steps before it are done.</summary>
    Failed,
}
