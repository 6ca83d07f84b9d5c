using System.Collections.Immutable;
using Godwit.Planning;

namespace Godwit.Safety;

/// <summary>A safety rule as people read of it.</summary>
/// <param name="Id">By what it is named where it is allowed: <c>PG01</c>.</param>
/// <param name="Severity">How bad a breach usually is.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Reason">Why that is dangerous.</param>
/// <param name="Remedy">What to do instead.</param>
public sealed record SafetyRule(string Id, Severity Severity, string Title, string Reason, string Remedy)
{
    /// <summary>All rules, in the order of their ids.</summary>
    public static ImmutableArray<SafetyRule> All { get; } =
        [.. RuleBook.All.Select(rule => new SafetyRule(rule.Id, rule.Severity, rule.Title, rule.Reason, rule.Remedy))];
}
