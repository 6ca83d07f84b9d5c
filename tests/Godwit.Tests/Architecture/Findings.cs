using Xunit;

namespace Godwit.Tests.Architecture;

/// <summary>What a rule found, shown whole when it is more than nothing.</summary>
internal static class Findings
{
    internal static void AssertNone(IEnumerable<string> findings)
    {
        var all = string.Join('\n', findings);
        Assert.True(all.Length == 0, all);
    }
}
