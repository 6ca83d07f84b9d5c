namespace Godwit.Cli.Rendering;

/// <summary>All codes that Godwit shows, with their explanations.</summary>
internal static class Catalogue
{
    /// <summary>The codes, in the order of their names.</summary>
    internal static IReadOnlyList<ExplainedCode> All() =>
    [
        .. Enum.GetValues<ErrorCode>()
            .Select(code => new ExplainedCode(CodeText.Of(code), ErrorExplanations.Of(code)))
            .OrderBy(one => one.Code, StringComparer.Ordinal),
    ];
}

/// <summary>A code as it is shown, with its explanation.</summary>
internal sealed record ExplainedCode(string Code, Explanation Explanation);
