using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Godwit.Tests.PublicApi;

/// <summary>What users of an assembly can name, as text: a line for each type, and beneath it one for each member.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ParentFormat = Format.WithKindOptions(SymbolDisplayKindOptions.None);

    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The surface of one of the assemblies beside the tests.</summary>
    internal static string Of(string assembly)
    {
        var reference = Platform.Single(library => Path.GetFileName(library.Display) == assembly + ".dll");
        return Of((IAssemblySymbol)CSharpCompilation.Create("reader", references: Platform).GetAssemblyOrModuleSymbol(reference)!);
    }

    /// <summary>The surface of an assembly.</summary>
    internal static string Of(IAssemblySymbol assembly) =>
        string.Join('\n', Types(assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).Select(Describe));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol place) =>
        place.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(member => member is INamespaceSymbol || IsVisible(member))
            .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    private static string Describe(INamedTypeSymbol type)
    {
        var members = type.GetMembers().Where(IsListed)
            .Select(member => $"    {member.ToDisplayString(Format)}\n").Order(StringComparer.Ordinal);
        var parents = string.Join(", ", Parents(type).Select(parent => parent.ToDisplayString(ParentFormat)));
        return $"{Modifiers(type)}{type.ToDisplayString(Format)}{(parents.Length > 0 ? " : " : "")}{parents}\n{string.Concat(members)}";
    }

    private static IEnumerable<INamedTypeSymbol> Parents(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate) return [];
        var interfaces = type.Interfaces.Where(IsVisible).OrderBy(i => i.ToDisplayString(), StringComparer.Ordinal);
        return type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent
            ? interfaces.Prepend(parent)
            : interfaces;
    }

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    // Left out: what the compiler adds to records, accessors (their property is there), and types, which have a place of their own.
    private static bool IsListed(ISymbol member) =>
        IsVisible(member)
        && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null })
        && !(member.IsImplicitlyDeclared || member.GetAttributes().Any(a => a.AttributeClass?.Name == "CompilerGeneratedAttribute"));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));
}
