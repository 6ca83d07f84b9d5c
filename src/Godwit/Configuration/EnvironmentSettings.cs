using System.Collections.ObjectModel;

namespace Godwit.Configuration;

/// <summary>What <c>godwit.json</c> says differently for one environment. What is null is as in the rest of the file.</summary>
public sealed record EnvironmentSettings
{
    /// <summary>How careful to be; for names other than development, staging and production. Default: as in production.</summary>
    public EnvironmentKind? Kind { get; init; }

    /// <summary>The name of the connection to use.</summary>
    public string? Connection { get; init; }

    /// <summary>What happens when a pending migration sorts before one that is applied.</summary>
    public OutOfOrder? OutOfOrder { get; init; }

    /// <summary>How long a statement waits for a lock there.</summary>
    public TimeSpan? StatementLockTimeout { get; init; }

    /// <summary>How long a statement may take there.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>How often something is tried there that did not get a lock.</summary>
    public int? LockAttempts { get; init; }

    /// <summary>Safety rules that may be breached there, beyond those that may be everywhere, with the reasons.</summary>
    public IReadOnlyDictionary<string, string> Allow { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Values that take the place of, or join, those for all environments.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
