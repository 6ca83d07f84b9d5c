using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Godwit.Tests.Architecture;

/// <summary>Files and functions that nobody reads in one go.</summary>
internal static class Sizes
{
    internal const int LinesPerFile = 500;
    internal const int LinesPerFunction = 80;

    /// <summary>What is too large, each as its place, its name and its number of lines.</summary>
    internal static IEnumerable<string> TooLarge(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();
        var lines = file.Text.Count(c => c == '\n');
        if (lines > LinesPerFile) yield return $"{file.Path}: {lines} lines";
        foreach (var function in root.DescendantNodes().Where(IsFunction))
        {
            var span = function.GetLocation().GetLineSpan();
            var length = Lines(span.StartLinePosition, span.EndLinePosition);
            if (length <= LinesPerFunction) continue;
            yield return $"{file.Path}:{span.StartLinePosition.Line + 1} {NameOf(function)}: {length} lines";
        }

        if (root.Members.OfType<GlobalStatementSyntax>().ToArray() is not [var first, .., var last]) yield break;
        var program = Lines(first.GetLocation().GetLineSpan().StartLinePosition, last.GetLocation().GetLineSpan().EndLinePosition);
        if (program > LinesPerFunction) yield return $"{file.Path}: {program} lines outside of any function";
    }

    private static int Lines(LinePosition start, LinePosition end) => end.Line - start.Line + 1;

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax;

    private static string NameOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        _ => function.Kind().ToString(),
    };
}
