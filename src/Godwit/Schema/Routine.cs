namespace Godwit.Schema;

/// <summary>A function, a procedure or an aggregate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Definition">The whole statement that makes it.</param>
public sealed record Routine(ObjectName Name, RoutineKind Kind, string Definition)
{
    /// <summary>The types of its arguments, which tell it from others of the same name (PostgreSQL); null where names suffice.</summary>
    public string? Arguments { get; init; }
}

/// <summary>What kind of routine it is.</summary>
public enum RoutineKind
{
    /// <summary>It yields a value.</summary>
    Function,

    /// <summary>It is called.</summary>
    Procedure,

    /// <summary>It makes one value out of many rows.</summary>
    Aggregate,
}
