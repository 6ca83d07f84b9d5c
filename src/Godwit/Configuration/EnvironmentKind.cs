namespace Godwit.Configuration;

/// <summary>How careful Godwit is in an environment.</summary>
public enum EnvironmentKind
{
    /// <summary>One person's own database: asks little.</summary>
    Development,

    /// <summary>A rehearsal of production: asks before it undoes.</summary>
    Staging,

    /// <summary>Data that must not be lost: shows, validates and asks.</summary>
    Production,
}
