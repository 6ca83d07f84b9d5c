using Godwit.Tests.Architecture;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Godwit.Tests.Parity;

/// <summary>A test that carries numbers of rows: <c>[Trait("Parity", "A3 B2")]</c>.</summary>
/// <param name="Path">Its file, below tests/.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The numbers.</param>
internal sealed record Proof(string Path, string Name, string[] Rows)
{
    private const int Named = 3;

    /// <summary>The tests in a file that carry numbers, in its order.</summary>
    internal static IEnumerable<Proof> In(SourceFile file) =>
        from trait in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where trait.Name.ToString() == "Trait" && Argument(trait, 0) == "Parity"
        select new Proof(file.Path, Method(trait, file), Argument(trait, 1)!.Split(' '));

    /// <summary>What the page says of the tests of a row.</summary>
    internal static string Cell(Proof[] proofs)
    {
        if (proofs.Length == 0) return "-";
        var named = string.Join("; ", proofs.Take(Named));
        return proofs.Length > Named ? $"{named}; and {proofs.Length - Named} more" : named;
    }

    /// <summary>The name as a sentence, linked to its file.</summary>
    public override string ToString() => $"[{Name.Replace('_', ' ')}](../tests/{Path})";

    private static string Method(AttributeSyntax trait, SourceFile file) => trait.Parent?.Parent is MethodDeclarationSyntax method
        ? method.Identifier.Text
        : throw new InvalidOperationException($"A row's number in {file.Path} is on something else than a test.");

    private static string? Argument(AttributeSyntax attribute, int place) =>
        attribute.ArgumentList?.Arguments.ElementAtOrDefault(place)?.Expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : null;
}
