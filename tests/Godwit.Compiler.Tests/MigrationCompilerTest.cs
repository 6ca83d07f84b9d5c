using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Xunit;

namespace Godwit.Compiler.Tests;

public sealed class MigrationCompilerTest : IDisposable
{
    private readonly CodeProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Files_are_compiled_together_and_each_is_its_migration()
    {
        project.Write("001_a.cs", CodeProject.Sound("CreateA"))
            .Write("20260215_b.cs", "using Godwit;\nnamespace Shop.@new;\n[Migration]\ninternal sealed class B : Migration { public override void Up(SchemaBuilder schema) => Names.All.Add(\"b\"); }\nstatic class Names { public static List<string> All = []; }")
            .Write("V3__c.cs", "using Godwit;\nstatic class Outer { [Migration(Transaction = TransactionMode.Off)] sealed class C : Migration { public override void Up(SchemaBuilder schema) => Shop.@new.Names.All.Clear(); } }");

        Assert.Equal(["001_a", "V3__c", "20260215_b"], project.Read().Migrations.Select(migration => migration.Id.Text));
        Assert.Equal("CreateA", project.Load("001_a").GetType().FullName);
        Assert.Equal("Shop.new.B", project.Load("20260215_b").GetType().FullName);
        Assert.Equal("Outer+C", project.Load("V3__c").GetType().FullName);
    }

    [Fact]
    public void What_implicit_usings_give_need_not_be_written()
    {
        project.Write("001_a.cs", CodeProject.Sound(
            "A", "Task<int> one = Task.FromResult(new List<int> { 1 }.Single()); _ = Path.GetTempPath(); CancellationToken none = default; HttpClient? client = null;"));

        Assert.Equal("A", project.Load("001_a").GetType().Name);
    }

    [Fact]
    public void Godwit_itself_has_to_be_written_as_it_has_in_an_application()
    {
        project.Write("001_a.cs", "[Migration]\nclass A : Migration { }");

        Assert.Contains("CS0246", project.Error("001_a").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_trace_shows_the_file_and_the_line()
    {
        project.Write("001_a.cs", CodeProject.Sound("A", "Fail();\n    }\n\n    private static void Fail()\n    {\n        throw new InvalidOperationException(\"here\");"));
        project.Load("001_a");

        // From what was kept as well as from what was just compiled.
        foreach (var migration in (Migration[])[project.Load("001_a"), project.Load("001_a")])
        {
            var failure = Assert.Throws<InvalidOperationException>(() => migration.Up(null!));
            Assert.Contains($"A.Fail() in {Path.Join("migrations", "001_a.cs")}:line 13", failure.StackTrace, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_an_error_is_broken_with_the_compilers_message_and_the_others_work()
    {
        project.Write("001_a.cs", CodeProject.Sound("A"))
            .Write("002_b.cs", CodeProject.Sound("B", "schema.Nothing();\n        int x = \"text\";"))
            .Write("003_c.cs", "using Godwit;\n[Migration]\nclass C : Migration {");

        var b = project.Error("002_b");
        Assert.Equal(ErrorCode.InvalidCode, b.Code);
        Assert.Equal(new SourceLocation(Path.Join("migrations", "002_b.cs"), 8, 16), b.Location);
        Assert.StartsWith($"{Path.Join("migrations", "002_b.cs")}(8,16): error CS1061: ", b.Message, StringComparison.Ordinal);
        Assert.Contains("one more error", b.Remedy, StringComparison.Ordinal);
        Assert.Contains("003_c.cs(3,", project.Error("003_c").Message, StringComparison.Ordinal);
        Assert.Equal("A", project.Load("001_a").GetType().Name);
        Assert.Empty(project.Kept());
    }

    [Fact]
    public void A_file_that_needs_a_broken_one_is_broken_too()
    {
        project.Write("001_a.cs", CodeProject.Sound("A", "Names.All();"))
            .Write("002_b.cs", CodeProject.Sound("B", "oops") + "static class Names { public static void All() { } }")
            .Write("003_c.cs", CodeProject.Sound("C"));

        Assert.Contains("'Names'", project.Error("001_a").Message, StringComparison.Ordinal);
        Assert.Contains("002_b.cs(8,", project.Error("002_b").Message, StringComparison.Ordinal);
        Assert.Equal("C", project.Load("003_c").GetType().Name);
    }

    [Fact]
    public void Of_two_classes_with_one_name_one_file_is_broken()
    {
        project.Write("001_a.cs", CodeProject.Sound("A")).Write("002_a.cs", CodeProject.Sound("A"));

        Assert.Contains("already", project.Error("002_a").Message, StringComparison.Ordinal);
        Assert.Equal("A", project.Load("001_a").GetType().Name);
    }

    [Theory]
    [InlineData("class A { }", 1, 1, "No class in this file is a migration.")]
    [InlineData("// nothing", 1, 1, "No class in this file is a migration.")]
    [InlineData("using Godwit;\nclass A : Migration { public override void Up(SchemaBuilder schema) { } }", 2, 7, "A is derived from Migration, but lacks its attribute.")]
    [InlineData("using Godwit;\n[Migration] class A : Migration { public override void Up(SchemaBuilder schema) { } }\n[Migration] class B : A { }", 3, 19, "A and B are both migrations, and a file is one.")]
    [InlineData("using Godwit;\n[Migration] abstract class A : Migration { }", 2, 28, "A has [Migration], but is abstract.")]
    [InlineData("using Godwit;\n[Migration] class A { }", 2, 19, "A has [Migration], but is not derived from Migration.")]
    [InlineData("using Godwit;\n[Migration] class A<T> : Migration { public override void Up(SchemaBuilder schema) { } }", 2, 19, "A has [Migration], but has type parameters.")]
    [InlineData("using Godwit;\n[Migration] class A(int x) : Migration { public override void Up(SchemaBuilder schema) { _ = x; } }", 2, 19, "A has [Migration], but has no constructor without parameters.")]
    public void A_file_that_is_not_one_migration_is_broken(string text, int line, int column, string message)
    {
        project.Write("001_x.cs", text).Write("002_y.cs", CodeProject.Sound("Y"));

        var error = project.Error("001_x");
        Assert.Equal(ErrorCode.InvalidCode, error.Code);
        Assert.Equal(new SourceLocation(Path.Join("migrations", "001_x.cs"), line, column), error.Location);
        Assert.Equal($"{Path.Join("migrations", "001_x.cs")}({line},{column}): error: {message}", error.Message);
        Assert.Equal("Y", project.Load("002_y").GetType().Name);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_broken_alone()
    {
        project.Write("001_a.cs", CodeProject.Sound("A")).Write("002_b.cs", "");
        File.WriteAllBytes(Path.Join(project.Root, "migrations", "002_b.cs"), Encoding.Unicode.GetPreamble());

        Assert.Equal(ErrorCode.NotUtf8, project.Error("002_b").Code);
        Assert.Equal("A", project.Load("001_a").GetType().Name);
    }

    [Fact]
    public void Assemblies_that_are_named_may_be_used_and_others_not()
    {
        const string use = "Xunit.Assert.True(true);";
        project.Write("001_a.cs", CodeProject.Sound("A", use));
        using var referring = new CodeProject { References = [typeof(Assert).Assembly.Location] };
        referring.Write("001_a.cs", CodeProject.Sound("A", use));

        referring.Load("001_a").Up(null!);
        Assert.Contains("'Xunit'", project.Error("001_a").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_that_is_named_and_not_there_is_said()
    {
        using var referring = new CodeProject { References = ["bin/Shop.dll"] };
        referring.Write("001_a.cs", CodeProject.Sound("A"));

        var error = referring.Error("001_a");
        Assert.Equal(ErrorCode.FileAccess, error.Code);
        Assert.Contains(Path.Join(referring.Root, "bin", "Shop.dll"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_fails_is_said_with_its_place()
    {
        project.Write("001_a.cs", "using Godwit;\n\n[Migration]\nclass A : Migration { public A() => throw new InvalidOperationException(\"no luck\"); public override void Up(SchemaBuilder schema) { } }");

        var error = project.Error("001_a");
        Assert.Contains("no luck", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Location!.Line);
    }

    [Fact]
    public void Without_an_sdk_the_compiler_that_came_with_Godwit_does_it_with_the_assemblies_that_run()
    {
        var references = ReferenceAssemblies.Of(new Toolchain(null, null)).ToArray();
        Assert.All(references, path => Assert.True(File.Exists(path)));

        var code = CompilerEntry.Run(CompilerEntry.At(null), "packaged", [new SourceFile("001_a.cs", CodeProject.Sound("A"))], references);

        Assert.Equal(new CompiledFile("A", null), Assert.Single(code.Files));
    }

    [Fact]
    public void The_sdk_s_compiler_is_used_where_there_is_one()
    {
        Assert.True(File.Exists(Path.Join(Toolchain.Present.Roslyn, "Microsoft.CodeAnalysis.CSharp.dll")), "These tests run on an SDK.");
        project.Write("001_a.cs", CodeProject.Sound("A")).Load("001_a");

        var context = AssemblyLoadContext.All.Single(context => context is RoslynContext);
        Assert.Contains(context.Assemblies, assembly => assembly.Location == Path.Join(Toolchain.Present.Roslyn, "Microsoft.CodeAnalysis.dll"));
    }

    [Fact]
    public void What_is_loaded_goes_away_when_nobody_uses_it()
    {
        project.Write("001_a.cs", CodeProject.Sound("A"));

        var loaded = LoadAndForget();
        for (var i = 0; loaded.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(loaded.IsAlive);
    }

    [Fact]
    public async Task Several_at_once_on_one_project_all_get_its_migrations()
    {
        project.Write("001_a.cs", CodeProject.Sound("A")).Write("002_b.cs", CodeProject.Sound("B"));

        var names = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => project.Load("002_b").GetType().Name)));

        Assert.All(names, name => Assert.Equal("B", name));
        Assert.Single(project.Kept());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LoadAndForget() => new(AssemblyLoadContext.GetLoadContext(project.Load("001_a").GetType().Assembly));
}
