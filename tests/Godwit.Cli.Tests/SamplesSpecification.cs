using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class SamplesOnSqliteTest() : SamplesSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class SamplesOnPostgreSqlTest() : SamplesSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class SamplesOnMariaDbTest() : SamplesSpecification(Server.MariaDb);

/// <summary>The samples work as they stand, there and back and there again, and leave the same schema both times.</summary>
public abstract class SamplesSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseFact]
    public async Task The_blog_goes_forward_all_the_way_back_and_forward_again()
    {
        Samples.CopyTo(Project, "blog");
        var options = Server switch
        {
            Server.PostgreSql => " --dir postgresql",
            Server.MariaDb => " --dir mariadb",
            _ => "",
        };
        await ThereAndBackAsync(options);
    }

    [DatabaseFact]
    [Trait("Parity", "C8")]
    public async Task The_shop_goes_forward_all_the_way_back_and_forward_again()
    {
        Samples.CopyTo(Project, "shop");
        await ThereAndBackAsync("");
    }

    private async Task ThereAndBackAsync(string options)
    {
        (await Project.RunAsync("migrate install" + options)).Succeeded();
        var empty = await SchemaAsync();
        (await Project.RunAsync("migrate" + options)).Succeeded();
        var first = await SchemaAsync();
        (await Project.RunAsync("reset" + options)).Succeeded();
        Assert.Equal(empty, await SchemaAsync());
        (await Project.RunAsync("migrate" + options)).Succeeded();
        Assert.Equal(first, await SchemaAsync());
        Assert.NotEqual(empty, first);
    }

    private async Task<string> SchemaAsync() => Server switch
    {
        Server.PostgreSql => await SchemaDump.OfPostgreSqlAsync(Settings),
        Server.MariaDb => await SchemaDump.OfMariaDbAsync(Settings),
        _ => string.Join("\n\n", await ColumnAsync(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE tbl_name NOT LIKE 'migrations%' ORDER BY type, name")),
    };
}
