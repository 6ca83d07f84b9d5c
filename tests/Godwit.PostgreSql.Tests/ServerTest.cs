using Godwit.Specification.Servers;

namespace Godwit.PostgreSql.Tests;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ServerTest : ServerSpecification
{
    protected override TestServer Server { get; } = new PostgreSqlProduct().Server;

    protected override bool IsExpected(string version) => version.StartsWith("PostgreSQL ", StringComparison.Ordinal);
}
