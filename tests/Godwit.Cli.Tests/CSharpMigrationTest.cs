using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Migrations in C# as the command finds, compiles and shows them.</summary>
public sealed class CSharpMigrationTest : IDisposable
{
    private readonly Project project = new();

    public CSharpMigrationTest() => project.Migration("001_a.cs", Class("A"));

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task They_stand_among_the_others()
    {
        project.TableMigration("002_b.sql", "b");
        project.Migration("003_c.cs", Class("C", "[Migration]\n[Environments(\"production\")]"));

        (await project.RunAsync("pending")).Succeeded().Says("001_a 002_b");
        (await project.RunAsync("status")).Says("003_c other environment");
    }

    [Fact]
    public async Task One_that_does_not_compile_is_broken_with_the_compilers_words_and_the_others_are_not()
    {
        project.Migration("002_b.cs", Class("B").Replace("{ }", "{ schema.Nothing(); }", StringComparison.Ordinal));

        var status = (await project.RunAsync("status")).Ended(ExitCode.Failed);
        status.Says("001_a pending", "002_b broken", "database/migrations/002_b.cs(6,60): error CS1061:");
        (await project.RunAsync("migrate")).Failed("invalid-code", ExitCode.Failed, "database/migrations/002_b.cs:6:60");
        Assert.False(File.Exists(project.SqliteFile), "Nothing may be applied while one is broken.");
    }

    [Fact]
    public async Task What_the_project_refers_to_may_be_used()
    {
        project.Write("godwit.json", $$"""{ "references": ["{{typeof(Assert).Assembly.Location}}"] }""");
        project.Migration("001_a.cs", Class("A").Replace("{ }", "{ Xunit.Assert.NotNull(schema); }", StringComparison.Ordinal));

        (await project.RunAsync("status")).Succeeded().Says("001_a pending");
    }

    [Fact]
    public async Task A_project_of_sql_files_loads_no_compiler()
    {
        project.Delete("001_a.cs");
        project.TableMigration("001_a.sql", "a");

        var loaded = await LoadedAssemblies.ByAsync(project, "migrate");

        Assert.Contains("Godwit.Sqlite", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain("Godwit.Compiler", loaded);
    }

    [Fact]
    public async Task The_compiler_is_loaded_once_and_not_again_until_a_file_is_edited()
    {
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", await LoadedAssemblies.ByAsync(project, "status"));

        var loaded = await LoadedAssemblies.ByAsync(project, "status");
        Assert.Contains("Godwit.Compiler", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

        project.Migration("001_a.cs", Class("Edited"));
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", await LoadedAssemblies.ByAsync(project, "status"));
    }

    private static string Class(string name, string attributes = "[Migration]") =>
        $"using Godwit;\n\n{attributes}\nclass {name} : Migration\n{{\n    public override void Up(SchemaBuilder schema) {{ }}\n}}\n";
}
