using Xunit.Sdk;

namespace Godwit.Specification.Servers;

/// <summary>
/// The server that a class of <see cref="DatabaseFactAttribute"/> and <see cref="DatabaseTheoryAttribute"/> tests, or one such
/// test, works on. Without that server the tests are skipped, and say which variable would have named it.
/// </summary>
/// <param name="variable">The environment variable that holds the server's URL; see <see cref="TestServer"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
[TraitDiscoverer("Godwit.Specification.Servers.ServerTraitDiscoverer", "Godwit.Specification")]
public sealed class RequiresServerAttribute(string variable) : Attribute, ITraitAttribute
{
    /// <summary>The environment variable that holds the server's URL.</summary>
    public string Variable => variable;
}
