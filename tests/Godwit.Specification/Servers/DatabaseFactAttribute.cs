using Xunit;
using Xunit.Sdk;

namespace Godwit.Specification.Servers;

/// <summary>A fact that is skipped when the server its class requires is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Godwit.Specification.Servers.DatabaseFactDiscoverer", "Godwit.Specification")]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>A theory that is skipped when the server its class requires is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Godwit.Specification.Servers.DatabaseTheoryDiscoverer", "Godwit.Specification")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;
