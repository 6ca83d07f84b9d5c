using Godwit.Specification.Servers;

namespace Godwit.MySql.Tests;

[RequiresServer(MySqlProduct.Variable)]
public sealed class ServerTest : ServerSpecification
{
    private readonly MySqlProduct product = new();

    protected override TestServer Server => product.Server;

    protected override bool IsExpected(string version) => version.Contains("MariaDB", StringComparison.Ordinal) == product.IsMariaDb;
}
