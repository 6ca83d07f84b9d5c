using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Godwit.Tests.Architecture;

/// <summary>Who names whom in a tree of C# files.</summary>
internal sealed class SourceModel
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private readonly Dictionary<SyntaxTree, SourceFile> files;
    private readonly CSharpCompilation compilation;
    private readonly Lazy<Reference[]> references;

    internal SourceModel(IEnumerable<SourceFile> sources)
    {
        files = sources.ToDictionary(file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path));
        compilation = CSharpCompilation.Create(
            "sources", [.. files.Keys, CSharpSyntaxTree.ParseText(ImplicitUsings, Options)], Libraries());
        references = new Lazy<Reference[]>(() => [.. files.Keys.AsParallel().AsOrdered().SelectMany(References)]);
    }

    /// <summary>Each arrow between folders of one project, with a place that draws it.</summary>
    internal Dictionary<Arrow, string> FolderArrows() =>
        Arrows(file => file.Room, (from, to) => from.Project == to.Project);

    /// <summary>Each arrow between projects, with a place that draws it.</summary>
    internal Dictionary<Arrow, string> ProjectArrows() => Arrows(file => file.Project, (_, _) => true);

    private Dictionary<Arrow, string> Arrows(Func<SourceFile, string> place, Func<SourceFile, SourceFile, bool> counts)
    {
        var arrows = new Dictionary<Arrow, string>();
        foreach (var (from, line, to) in references.Value.Where(reference => counts(reference.From, reference.To)))
        {
            if (place(from) != place(to)) arrows.TryAdd(new Arrow(place(from), place(to)), $"{from.Path}:{line} names {to.Path}");
        }

        return arrows;
    }

    // Documentation comments may point anywhere: they are trivia, which is not descended into.
    private IEnumerable<Reference> References(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax)) continue;
            if (Declaration(model.GetSymbolInfo(node)) is not { } target || target == files[tree]) continue;
            yield return new Reference(files[tree], node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, target);
        }
    }

    private SourceFile? Declaration(SymbolInfo info)
    {
        // Code that uses a package does not compile here; what it names is then still the only candidate.
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is null or INamespaceSymbol) return null;
        var declared = symbol.DeclaringSyntaxReferences.IsEmpty ? symbol.ContainingType : symbol;
        return declared?.DeclaringSyntaxReferences.Select(place => files.GetValueOrDefault(place.SyntaxTree)).FirstOrDefault();
    }

    // What the tests themselves run with, without our own assemblies, which would be a second copy of the sources.
    private static IEnumerable<MetadataReference> Libraries() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        where !Path.GetFileName(path).StartsWith("Godwit", StringComparison.OrdinalIgnoreCase)
        select MetadataReference.CreateFromFile(path);

    private readonly record struct Reference(SourceFile From, int Line, SourceFile To);
}
