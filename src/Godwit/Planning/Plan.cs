using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>The ordered steps that take a history to a target. Nothing in it has run.</summary>
/// <param name="Target">Where they take it.</param>
/// <param name="Steps">The steps, in the order in which they run.</param>
/// <param name="Findings">What a person should know before, errors included.</param>
public sealed record Plan(Target Target, ImmutableArray<PlanStep> Steps, ImmutableArray<Finding> Findings)
{
    /// <summary>Which way it goes.</summary>
    public Direction Direction => Target.Direction;

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.IsEmpty;

    /// <summary>
    /// This plan without the steps that are not in an earlier one: what a person has seen is the most that is done, whatever
    /// another run has changed meanwhile.
    /// </summary>
    internal Plan Within(Plan earlier) => this with { Steps = Steps.RemoveAll(step => !earlier.Steps.Any(seen => seen.Id == step.Id)) };

    /// <summary>Throws the first error, if there is one.</summary>
    /// <exception cref="GodwitException">The plan must not be carried out.</exception>
    public void ThrowIfForbidden()
    {
        foreach (var finding in Findings)
        {
            if (finding.Severity is Severity.Error) throw finding.ToException();
        }
    }
}
