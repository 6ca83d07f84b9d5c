using Xunit.Abstractions;
using Xunit.Sdk;

namespace Godwit.Specification.Servers;

/// <summary>Makes a <see cref="DatabaseTestCase"/> of each <see cref="DatabaseFactAttribute"/>.</summary>
public sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new DatabaseTestCase(DiagnosticMessageSink, discoveryOptions, testMethod);
}

/// <summary>Makes a <see cref="DatabaseTestCase"/> of each row of a <see cref="DatabaseTheoryAttribute"/>.</summary>
public sealed class DatabaseTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        [new DatabaseTestCase(DiagnosticMessageSink, discoveryOptions, testMethod, dataRow)];

    // Rows that cannot be serialised are only known when the test runs: without a server the method is one skipped test.
    /// <inheritdoc/>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForTheory(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        DatabaseTestCase.MissingServer(testMethod) is null
            ? base.CreateTestCasesForTheory(discoveryOptions, testMethod, theoryAttribute)
            : [new DatabaseTestCase(DiagnosticMessageSink, discoveryOptions, testMethod)];
}
