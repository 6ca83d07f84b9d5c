using System.Collections.Immutable;
using Godwit.Cli.Tests.Running;
using Godwit.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Godwit.Cli.Tests.Guide;

/// <summary>Compiles C# of a page: migrations and models as the command does, what belongs into an application as its build would.</summary>
internal static class CodeBlock
{
    // What only an application has.
    private static readonly string[] Application = ["migrator", "Migrator", "WebApplication", "Migrate.", "MigrateAsync", "inspector", "Seeder", "Factory<"];

    // What pages speak of and do not show each time.
    private const string Given =
        """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        global using Given; global using Faker = Bogus.Faker;

        namespace Given
        {
            using Godwit;

            public class Program;
            public class Country { public long Id { get; set; } }
            public class User { public long Id { get; set; } public string Name { get; set; } = ""; public long RoleId { get; set; } public bool IsSuspended { get; set; } }
            public class UserFactory : Factory<User>;
            public class CountrySeeder : Seeder { public override Task RunAsync(SeedContext context) => Task.CompletedTask; }
            public class UserSeeder : Seeder { public override Task RunAsync(SeedContext context) => Task.CompletedTask; }
            [Migration] public class CreatePostsTable : Migration { public override void Up(SchemaBuilder schema) { } }
        }
        """;

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() => [.. Assemblies().Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>Compiles it, and fails with the compiler's words.</summary>
    internal static void Compile(string text)
    {
        if (Application.Any(word => text.Contains(word, StringComparison.Ordinal))) AsApplication(text);
        else AsLooseFile(text);
    }

    private static void AsLooseFile(string text)
    {
        using var project = new Project();
        project.Write("code/Block.cs", LooseFile(text));
        if (text.Contains("User?", StringComparison.Ordinal)) project.Write("code/User.cs", "public class User { public long Id { get; set; } }");
        Assert.NotEmpty(new ClassLibrary(project.Root).Compile(["code"]));
    }

    private static string LooseFile(string text)
    {
        const string up = "public override void Up(SchemaBuilder schema)";
        var start = text.TrimStart();
        var file = start switch
        {
            _ when text.Contains(" class ", StringComparison.Ordinal) => text,
            ['[', ..] => $"{text}public sealed class Block : Migration {{ {up} {{ }} }}",
            _ when start.StartsWith("public override", StringComparison.Ordinal) => $"[Migration] public sealed class Block : Migration {{ {up} {{ }}\n{text} }}",
            _ => $"using System.Linq;\n[Migration] public sealed class Block : Migration {{ {up} {{\n{text}\n}} }}",
        };
        return file.Contains("using Godwit;", StringComparison.Ordinal) ? file : "using Godwit;\n" + file;
    }

    private static void AsApplication(string text)
    {
        var lines = text.Split('\n');
        bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal);
        var body = string.Join('\n', lines.Where(line => !IsUsing(line)));
        var source = string.Join('\n', lines.Where(IsUsing)) + "\n" + (body.Contains(" class ", StringComparison.Ordinal) ? body :
            $$"""
            public static class Block
            {
                private static string connectionString = "", root = "";
                private static string[] args = [];
                private static Database database = null!;
                private static Migrator migrator = null!;
                private static ILogger logger = null!;
                private static WebApplication app = null!;
                private static CancellationToken cancellation;

                public static async Task RunAsync()
                {
                    {{body}}
                    await Task.CompletedTask;
                }
            }
            """);
        var compilation = CSharpCompilation.Create(
            "Block", [.. ((string[])[source, Given, Namespaces()]).Select(file => CSharpSyntaxTree.ParseText(file))], References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(one => one.Severity is DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, $"{string.Join('\n', errors.Select(error => error.ToString()))}\n{source}");
    }

    // A page that says no using means all that there are.
    private static string Namespaces()
    {
        Type[] known = [typeof(Migrator), typeof(Sqlite.SqliteDatabase), typeof(PostgreSql.PostgreSqlDatabase), typeof(MySql.MySqlDatabase), typeof(ClassLibrary), typeof(Diagrams.SvgDiagram), typeof(Factory<>)];
        var spaces = known.SelectMany(type => type.Assembly.GetExportedTypes()).Select(type => type.Namespace!).Distinct();
        return string.Concat(spaces.Select(space => $"global using {space};\n"));
    }

    private static IEnumerable<string> Assemblies()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Join(runtime, "../../Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        // bin/Release/net10.0, as the tests
        var output = string.Join('/', AppContext.BaseDirectory.TrimEnd('/').Split('/')[^3..]);
        var hosting = Path.Join(Samples.Repository, "src/Godwit.Hosting", output, "Godwit.Hosting.dll");
        var own = Directory.GetFiles(AppContext.BaseDirectory, "Godwit*.dll").Where(file => Path.GetFileName(file) is var name && !name.Contains("Tests", StringComparison.Ordinal) && !name.Contains("Specification", StringComparison.Ordinal));
        return
        [
            .. Directory.GetFiles(runtime, "System*.dll").Where(file => !file.Contains(".Native", StringComparison.Ordinal)), Path.Join(runtime, "netstandard.dll"), Path.Join(runtime, "Microsoft.CSharp.dll"),
            .. Directory.GetFiles(web, "Microsoft*.dll"), .. own.Where(file => Path.GetFileName(file) != "Godwit.Hosting.dll"), hosting, .. ((string[])["Bogus", "Npgsql", "Microsoft.Data.Sqlite", "MySql.Data"]).Select(name => Path.Join(AppContext.BaseDirectory, name + ".dll")),
        ];
    }
}
