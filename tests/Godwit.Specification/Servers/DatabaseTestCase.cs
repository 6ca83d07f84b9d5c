using Xunit.Abstractions;
using Xunit.Sdk;

namespace Godwit.Specification.Servers;

/// <summary>A test that is skipped, with the reason, when the server it requires is not there.</summary>
public sealed class DatabaseTestCase : XunitTestCase
{
    /// <summary>Only for xunit, which fills the test case afterwards.</summary>
    [Obsolete("Called by the de-serializer; should only be called by deriving classes for de-serialization purposes")]
    public DatabaseTestCase()
    {
    }

    /// <summary>One test, or one row of a theory.</summary>
    public DatabaseTestCase(
        IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? arguments = null)
        : base(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, arguments)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? MissingServer(TestMethod);

    // The class is the one that runs, not the one that declares: a suite is inherited, its server is not.
    internal static string? MissingServer(ITestMethod method)
    {
        var attribute = method.Method.GetCustomAttributes(typeof(RequiresServerAttribute)).FirstOrDefault()
            ?? method.TestClass.Class.GetCustomAttributes(typeof(RequiresServerAttribute)).FirstOrDefault();
        return attribute is null
            ? null
            : TestServer.WhyMissing(attribute.GetNamedArgument<string>(nameof(RequiresServerAttribute.Variable)));
    }
}
