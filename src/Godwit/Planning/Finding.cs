namespace Godwit.Planning;

/// <summary>Something about a plan that a person should know, or that forbids to carry it out.</summary>
/// <param name="Severity">Whether it forbids the plan.</param>
/// <param name="Code">What kind of thing it is.</param>
/// <param name="Message">What it is, in one sentence.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Location">The file, when there is one.</param>
public sealed record Finding(Severity Severity, ErrorCode Code, string Message, string Remedy, SourceLocation? Location = null)
{
    /// <summary>The finding as an error.</summary>
    public GodwitException ToException() => new(Code, Message, Remedy, Location, "Nothing was changed.");
}

/// <summary>Whether a finding forbids a plan.</summary>
public enum Severity
{
    /// <summary>It is worth knowing, no more.</summary>
    Info,

    /// <summary>It is shown, and the plan is carried out.</summary>
    Warning,

    /// <summary>The plan is not carried out.</summary>
    Error,
}
