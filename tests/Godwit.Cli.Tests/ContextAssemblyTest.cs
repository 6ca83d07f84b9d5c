using System.Reflection;
using System.Reflection.Emit;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>An application's assembly with a context of Entity Framework Core that does not have the framework beside it.</summary>
public sealed class ContextAssemblyTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("create start --auto")]
    [InlineData("check")]
    public async Task A_context_that_cannot_be_read_says_what_to_add(string line)
    {
        WriteApplication();
        project.Write("godwit.json", """{ "models": { "assembly": "App.dll" } }""");

        (await project.RunAsync(line)).Failed(
            "file-access", ExitCode.Failed, "The model of the context Shop cannot be read", "beside the application's assembly", "\"models\": [\"Models\"]", "Nothing was changed.");

        Assert.Empty(project.MigrationFiles());
    }

    // Contexts are told by the name of their base class.
    private void WriteApplication()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("App"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("App");
        var parent = module.DefineType("Microsoft.EntityFrameworkCore.DbContext", TypeAttributes.Public).CreateType();
        module.DefineType("Shop", TypeAttributes.Public, parent).CreateType();
        assembly.Save(Path.Join(project.Root, "App.dll"));
    }
}
