using System.Collections.Immutable;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>What a project's migrations are found to be, by themselves and beside the history.</summary>
/// <param name="Survey">The migrations beside the history.</param>
/// <param name="Findings">What is wrong and what is odd, errors first, each group in the order of the migrations.</param>
public sealed record Validation(Survey Survey, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether a run would be refused, or something is wrong that a later run will meet.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity is Severity.Error);
}
