using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Godwit.Compiler;

/// <summary>Compiles with Roslyn.</summary>
internal static class CSharpCompiler
{
    // What the SDK's <ImplicitUsings> gives, and no more: the same file is to compile in an application.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    // Unoptimised, so that each line of a stack trace is the line that was written. Migrations describe; they do not compute.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        deterministic: true);

    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>
    /// Compiles all files that can be. Those with errors are left out and the others tried again, until what is left has none: a file that needs
    /// one that was left out goes as well, with what the compiler says about it then.
    /// </summary>
    internal static (byte[] Assembly, byte[] Symbols, string?[] Classes, GodwitException?[] Problems) CompileMigrations(
        string name, (string Path, string Text)[] files, string[] references)
    {
        var (compiled, compilation, trees) = Compile(name, files, references);
        return (compiled.Assembly, compiled.Symbols, MigrationClasses.Find(compilation, trees, compiled.Problems), compiled.Problems);
    }

    /// <summary>The same, for files that may hold any classes: what reflection finds in the assembly is what they are.</summary>
    internal static (byte[] Assembly, byte[] Symbols, string?[] Classes, GodwitException?[] Problems) CompileClasses(
        string name, (string Path, string Text)[] files, string[] references) => Compile(name, files, references).Compiled;

    private static ((byte[] Assembly, byte[] Symbols, string?[] Classes, GodwitException?[] Problems) Compiled, Compilation Compilation, SyntaxTree[] Trees) Compile(
        string name, (string Path, string Text)[] files, string[] references)
    {
        var trees = Array.ConvertAll(files, file => Parse(file.Path, file.Text));
        var problems = new GodwitException?[files.Length];
        var usings = Parse("", ImplicitUsings);
        var compilation = CSharpCompilation.Create(name, [usings, .. trees], References(references), Options);
        using MemoryStream assembly = new(), symbols = new();
        while (true)
        {
            var result = compilation.Emit(assembly, symbols, options: EmitOptions);
            if (result.Success) break;
            var broken = Blame(result.Diagnostics, trees, problems);
            compilation = compilation.RemoveSyntaxTrees(broken);
            assembly.SetLength(0);
            symbols.SetLength(0);
        }

        return ((assembly.ToArray(), symbols.ToArray(), new string?[files.Length], problems), compilation, trees);
    }

    private static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256), ParseOptions, path);

    private static ImmutableArray<MetadataReference> References(string[] paths) =>
        [.. paths.Select(path => MetadataReference.CreateFromFile(path))];

    // The trees with errors in them, whose problems are noted.
    private static List<SyntaxTree> Blame(ImmutableArray<Diagnostic> diagnostics, SyntaxTree[] trees, GodwitException?[] problems)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToList();
        var blamed = new List<SyntaxTree>();
        foreach (var inFile in errors.Where(error => error.Location.SourceTree is not null).GroupBy(error => error.Location.SourceTree!))
        {
            var place = Array.IndexOf(trees, inFile.Key);
            if (place < 0) continue;
            problems[place] = Problem([.. inFile.OrderByDescending(IsSecondClass).ThenBy(error => error.Location.SourceSpan.Start)]);
            blamed.Add(inFile.Key);
        }

        return blamed.Count > 0 ? blamed : throw NoFilesFault(errors[0]);
    }

    // A class of a name that another file has: all that is said of the two as one class follows from it.
    private static bool IsSecondClass(Diagnostic error) => error.Id == "CS0101";

    private static GodwitException Problem(Diagnostic[] errors)
    {
        var more = errors.Length switch
        {
            1 => "",
            2 => " There is one more error in the file.",
            _ => $" There are {errors.Length - 1} more errors in the file.",
        };
        var first = errors[0];
        return new GodwitException(
            ErrorCode.InvalidCode,
            Format(first),
            "Correct the file." + more,
            Places.Of(first.Location));
    }

    private static GodwitException NoFilesFault(Diagnostic error) => new(
        ErrorCode.InvalidCode,
        $"The C# files do not compile, through no fault of a single file: {Format(error)}",
        "Check \"references\" in godwit.json, and that the .NET SDK is installed as a whole.");

    // As the compiler prints it: path(line,column): error CS0103: The name …
    private static string Format(Diagnostic error) => CSharpDiagnosticFormatter.Instance.Format(error, CultureInfo.InvariantCulture);
}
