namespace Godwit.Hosting;

/// <summary>What an application does about its migrations when it starts, before it takes any request.</summary>
public enum AtStart
{
    /// <summary>
    /// Applies what is pending. In production only what the safety rules pass; otherwise the application does not start, and says what to
    /// do. Any number of instances may start at once: each migration is applied once.
    /// </summary>
    Migrate,

    /// <summary>Applies nothing. Does not start while something is pending, half applied or drifted; a run that is under way is waited for.</summary>
    Verify,

    /// <summary>Nothing: the application calls <c>MigrateAsync</c> itself, or somebody else applies the migrations.</summary>
    Nothing,
}
