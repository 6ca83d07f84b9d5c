using Godwit.Safety;

namespace Godwit.Cli.Rendering;

/// <summary>All codes that Godwit shows, with their explanations.</summary>
internal static class Catalogue
{
    /// <summary>The codes of failures in the order of their names, then the safety rules.</summary>
    internal static IReadOnlyList<ExplainedCode> All() => [.. Failures(), .. Rules()];

    private static IEnumerable<ExplainedCode> Failures() =>
    [
        .. Enum.GetValues<ErrorCode>()
            .Select(code => new ExplainedCode(CodeText.Of(code), ErrorExplanations.Of(code)))
            .OrderBy(one => one.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<ExplainedCode> Rules() =>
        SafetyRule.All.Select(rule => new ExplainedCode(rule.Id, new Explanation($"{char.ToUpperInvariant(rule.Title[0])}{rule.Title[1..]}.", rule.Reason, rule.Remedy)));
}

/// <summary>A code as it is shown, with its explanation.</summary>
internal sealed record ExplainedCode(string Code, Explanation Explanation);
