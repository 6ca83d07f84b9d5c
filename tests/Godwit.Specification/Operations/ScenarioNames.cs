using Xunit;

namespace Godwit.Specification.Operations;

/// <summary>The names of the scenarios, as tests are told them.</summary>
public static class ScenarioNames
{
    /// <summary>All of them.</summary>
    public static TheoryData<string> All => [.. Scenarios.All.Select(scenario => scenario.Name)];

    /// <summary>The names of the descriptions that make no sense, or only look odd.</summary>
    public static TheoryData<string> OfBadDescriptions => [.. BadDescription.All.Select(bad => bad.Name)];
}
