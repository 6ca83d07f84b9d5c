using Xunit.Abstractions;
using Xunit.Sdk;

namespace Godwit.Specification.Servers;

/// <summary>Gives each test that needs a server a trait, so that a second server's run can leave out all other tests.</summary>
public sealed class ServerTraitDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [KeyValuePair.Create("Server", traitAttribute.GetNamedArgument<string>(nameof(RequiresServerAttribute.Variable)))];
}
