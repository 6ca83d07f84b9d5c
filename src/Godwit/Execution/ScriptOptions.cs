namespace Godwit;

/// <summary>How a script is written that a database's own command-line client is to run.</summary>
public sealed record ScriptOptions
{
    /// <summary>Which states of the history it is for. Default: the one with which its range begins.</summary>
    public ScriptKind Kind { get; init; } = ScriptKind.ForItsRange;

    /// <summary>The database by name, where a dialect is for several: <c>mysql</c>, <c>mariadb</c>. Default: the dialect's own name.</summary>
    public string? Product { get; init; }
}

/// <summary>Which states of the history a script is for.</summary>
public enum ScriptKind
{
    /// <summary>The one with which its range begins. On a database in another state it stops before it does anything.</summary>
    ForItsRange,

    /// <summary>Any: each migration is run where it is needed, and left out elsewhere.</summary>
    Idempotent,
}
