using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Contexts of Entity Framework Core that cannot be read say why, and what to do.</summary>
public sealed class ContextErrorTest : IDisposable
{
    private static readonly string Assembly = Path.Join(
        Samples.Repository, "tests/applications/ShopOnSqlite/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/ShopOnSqlite.dll");

    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(null, "invalid-value", "has several contexts: ", "Shop.ShopContext", "\"context\": …")]
    [InlineData("ShopContexts", "invalid-value", "has no context ShopContexts", "It has", "Shop.ShopContext")]
    [InlineData("NeedyContext", "invalid-code", "no IDesignTimeDbContextFactory<NeedyContext> in its assembly", "no public constructor without parameters", "Write a class that implements IDesignTimeDbContextFactory<NeedyContext>")]
    [InlineData("BrokenContext", "invalid-code", "The context Shop.BrokenContext cannot be made: its constructor threw InvalidOperationException: SHOP_SECRET is not set.", "Nothing was changed.")]
    [InlineData("MistakenContext", "invalid-definition", "The model of the context Shop.MistakenContext cannot be built", "requires a primary key", "OnModelCreating")]
    [InlineData("EmptyContext", "invalid-definition", "The model of the context Shop.EmptyContext cannot be built", "No database provider has been configured")]
    public async Task A_context_that_cannot_be_read_says_why(string? context, string code, params string[] words)
    {
        Name(context);

        (await project.RunAsync("create start --auto")).Failed(code, ExitCode.Failed, words);

        Assert.Empty(project.MigrationFiles());
    }

    [Fact]
    public async Task A_context_for_another_database_is_refused_before_anything_is_connected_to()
    {
        Name("ShopContext");
        project.Set("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere");

        (await project.RunAsync("create start --auto")).Failed(
            "not-supported", ExitCode.Failed, "The context Shop.ShopContext is for sqlite (its provider is Microsoft.EntityFrameworkCore.Sqlite), and the connection is to postgresql.");
    }

    [Fact]
    [Trait("Parity", "C3")]
    public async Task A_context_that_takes_its_options_is_made_by_its_factory()
    {
        Name("MadeContext");

        (await project.RunAsync("create start --auto --json")).Succeeded();

        Assert.Contains("schema.Create(\"Tags\"", File.ReadAllText(Path.Join(project.Root, "database/migrations", Assert.Single(project.MigrationFiles()))), StringComparison.Ordinal);
    }

    private void Name(string? context) =>
        project.Write("godwit.json", $$"""{ "models": { "assembly": "{{Assembly}}"{{(context is null ? "" : $", \"context\": \"{context}\"")}} } }""");
}
