using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Godwit.Compiler;

/// <summary>Finds the one class of each file that is its migration.</summary>
internal sealed class MigrationClasses
{
    // The whole name with namespaces; of types inside others see MetadataName.
    private static readonly SymbolDisplayFormat WholeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly Compilation compilation;
    private readonly INamedTypeSymbol? attribute;
    private readonly INamedTypeSymbol? migration;

    private MigrationClasses(Compilation compilation)
    {
        this.compilation = compilation;
        attribute = compilation.GetTypeByMetadataName(typeof(MigrationAttribute).FullName!);
        migration = compilation.GetTypeByMetadataName(typeof(Migration).FullName!);
    }

    /// <summary>The names of the classes, by which reflection finds them; what is wrong with a file is added to the problems.</summary>
    internal static string?[] Find(Compilation compilation, SyntaxTree[] trees, GodwitException?[] problems)
    {
        var finder = new MigrationClasses(compilation);
        var names = new string?[trees.Length];
        for (var place = 0; place < trees.Length; place++)
        {
            if (problems[place] is null) (names[place], problems[place]) = finder.Find(trees[place]);
        }

        return names;
    }

    private (string? Name, GodwitException? Problem) Find(SyntaxTree tree)
    {
        var classes = Declared(tree);
        var marked = classes.FindAll(IsMarked);
        return marked.Count switch
        {
            0 => (null, NoneMarked(tree, classes.Find(IsMigration))),
            1 => Flaw(marked[0]) is { } flaw ? (null, NotOne(marked[0], flaw)) : (MetadataName(marked[0]), null),
            _ => (null, TwoMarked(marked[0], marked[1])),
        };
    }

    private List<INamedTypeSymbol> Declared(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var declarations = tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
        var classes = new List<INamedTypeSymbol>();
        foreach (var declaration in declarations)
        {
            if (declaration is not TypeDeclarationSyntax || model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol { TypeKind: TypeKind.Class } type) continue;
            if (!classes.Contains(type, SymbolEqualityComparer.Default)) classes.Add(type);
        }

        return classes;
    }

    private bool IsMarked(INamedTypeSymbol type) =>
        type.GetAttributes().Any(found => SymbolEqualityComparer.Default.Equals(found.AttributeClass, attribute));

    private bool IsMigration(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(parent, migration)) return true;
        }

        return false;
    }

    private string? Flaw(INamedTypeSymbol type)
    {
        if (!IsMigration(type)) return "is not derived from Migration";
        if (type.IsAbstract) return "is abstract";
        if (type.IsGenericType) return "has type parameters";
        return type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty) ? null : "has no constructor without parameters";
    }

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ToDisplayString(WholeName);

    private static GodwitException NoneMarked(SyntaxTree tree, INamedTypeSymbol? unmarked) => unmarked is null
        ? Invalid("No class in this file is a migration.", "Write a class that is derived from Migration, with [Migration] above it.", new SourceLocation(tree.FilePath, 1, 1))
        : Invalid($"{unmarked.Name} is derived from Migration, but lacks its attribute.", "Write [Migration] above the class.", Place(unmarked));

    private static GodwitException TwoMarked(INamedTypeSymbol first, INamedTypeSymbol second) => Invalid(
        $"{first.Name} and {second.Name} are both migrations, and a file is one.",
        "Move one of them to a file of its own.",
        Place(second));

    private static GodwitException NotOne(INamedTypeSymbol type, string flaw) => Invalid(
        $"{type.Name} has [Migration], but {flaw}.", "Make it a class that Godwit can create.", Place(type));

    private static SourceLocation Place(INamedTypeSymbol type) => Places.Of(type.Locations[0]);

    // In the form of the compiler's own messages.
    private static GodwitException Invalid(string message, string remedy, SourceLocation location) => new(
        ErrorCode.InvalidCode, $"{location.Path}({location.Line},{location.Column}): error: {message}", remedy, location);
}
