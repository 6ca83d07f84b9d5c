using Godwit.Configuration;

namespace Godwit.Safety;

/// <summary>What a verb does to a database, as far as caution goes.</summary>
public enum Hazard
{
    /// <summary>It applies migrations.</summary>
    Applies,

    /// <summary>It undoes migrations.</summary>
    Undoes,

    /// <summary>It fills tables with data for development and tests.</summary>
    Seeds,

    /// <summary>It drops data that is not its own to restore: wipe, fresh, refresh.</summary>
    Destroys,
}

/// <summary>What a person must do before a verb goes on.</summary>
public enum Confirmation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Answer yes.</summary>
    Yes,

    /// <summary>Type the database's name.</summary>
    TypeName,

    /// <summary>Have said so on the command line, with the database's name.</summary>
    NameOnCommandLine,

    /// <summary>Have said so on the command line.</summary>
    OnCommandLine,
}

/// <summary>How careful each environment is.</summary>
public static class Confirmations
{
    /// <summary>What is needed before a verb goes on.</summary>
    public static Confirmation Needed(Hazard hazard, EnvironmentKind environment) => (environment, hazard) switch
    {
        (EnvironmentKind.Development, Hazard.Destroys) => Confirmation.Yes,
        (EnvironmentKind.Development, _) => Confirmation.None,
        (EnvironmentKind.Staging, Hazard.Applies or Hazard.Seeds) => Confirmation.None,
        (EnvironmentKind.Staging, _) => Confirmation.Yes,
        (_, Hazard.Applies) => Confirmation.Yes,
        (_, Hazard.Seeds) => Confirmation.OnCommandLine,
        (_, Hazard.Undoes) => Confirmation.TypeName,
        _ => Confirmation.NameOnCommandLine,
    };
}
