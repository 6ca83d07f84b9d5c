using System.Collections.Immutable;
using System.Reflection;

namespace Godwit.Compiler;

/// <summary>
/// The way to the compiler. Nothing on it names a type of Roslyn, so that one is chosen here, and none is loaded unless something is compiled.
/// </summary>
internal static class CompilerEntry
{
    // The compiler's code stays in the process, so it is loaded once. Where it lies does not change while the process runs.
    private static readonly Lazy<Type> Usual = new(() => TypeAt(Toolchain.Present.Roslyn));

    /// <summary>Compiles files that are a migration each.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="files">The files.</param>
    /// <param name="references">The paths of assemblies that they may use beside the .NET base library and Godwit.</param>
    internal static CompiledCode Run(string name, ImmutableArray<SourceFile> files, ImmutableArray<string> references) =>
        Run(Method(Usual.Value, nameof(CSharpCompiler.CompileMigrations)), name, files, [.. ReferenceAssemblies.Of(Toolchain.Present), .. references]);

    /// <summary>Compiles files that may hold any classes.</summary>
    internal static CompiledCode RunClasses(string name, ImmutableArray<SourceFile> files, ImmutableArray<string> references) =>
        Run(Method(Usual.Value, nameof(CSharpCompiler.CompileClasses)), name, files, [.. ReferenceAssemblies.Of(Toolchain.Present), .. references]);

    /// <summary>Compiles files with one of the compilers and certain references.</summary>
    internal static CompiledCode Run(Compile compile, string name, ImmutableArray<SourceFile> files, string[] references)
    {
        var (assembly, symbols, classes, problems) = compile(name, [.. files.Select(file => (file.Path, file.Text))], references);
        return new CompiledCode(assembly, symbols, [.. classes.Zip(problems, (type, problem) => new CompiledFile(type, problem))]);
    }

    /// <summary>The compiler of migrations in a folder; null is the one that came with Godwit.</summary>
    internal static Compile At(string? folder) => Method(TypeAt(folder), nameof(CSharpCompiler.CompileMigrations));

    private static Type TypeAt(string? folder)
    {
        var own = Assembly.GetExecutingAssembly().Location;
        if (folder is null || own.Length == 0) return typeof(CSharpCompiler);
        return new RoslynContext(folder).LoadFromAssemblyPath(own).GetType(typeof(CSharpCompiler).FullName!, throwOnError: true)!;
    }

    private static Compile Method(Type compiler, string name) => compiler.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<Compile>();
}

/// <summary>
/// Compiles. The compiler may live in a context of its own, with types of its own; so only types that both sides share pass here: those of
/// .NET and of Godwit itself.
/// </summary>
/// <param name="name">The assembly's name.</param>
/// <param name="files">The files, with what they are called and what they say.</param>
/// <param name="references">The paths of all assemblies that they may use.</param>
/// <returns>The assembly, its portable pdb, and for each file either the name of its class or what is wrong with it.</returns>
internal delegate (byte[] Assembly, byte[] Symbols, string?[] Classes, GodwitException?[] Problems) Compile(
    string name, (string Path, string Text)[] files, string[] references);
