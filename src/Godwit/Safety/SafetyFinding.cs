using Godwit.Planning;

namespace Godwit.Safety;

/// <summary>What a safety rule finds in a migration.</summary>
/// <param name="Rule">The rule's id: <c>PG01</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">What the rule is about, in a few words.</param>
/// <param name="Migration">The migration's id.</param>
/// <param name="Location">The place; null when no file holds it.</param>
/// <param name="Message">What is wrong, with the names of what it is about.</param>
public sealed record SafetyFinding(string Rule, Severity Severity, string Title, string Migration, SourceLocation? Location, string Message)
{
    /// <summary>Why that is dangerous.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do instead.</summary>
    public required string Remedy { get; init; }

    /// <summary>The corrected code, in the migration's language and with its names; null where there is none.</summary>
    public string? Correction { get; init; }

    /// <summary>The reason for which it is allowed; null when it is not.</summary>
    public string? AllowedBecause { get; init; }

    /// <summary>Whether it keeps production from applying the migration.</summary>
    public bool Blocks => Severity is Severity.Error && AllowedBecause is null;
}
