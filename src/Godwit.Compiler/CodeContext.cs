using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Godwit.Migrations;

namespace Godwit.Compiler;

/// <summary>
/// Where compiled code lives: apart from everything else, so that they and what they use go away with the last of them that is in use.
/// </summary>
internal sealed class CodeContext : AssemblyLoadContext
{
    private readonly ImmutableArray<string> references;

    private CodeContext(string name, ImmutableArray<string> references)
        : base(name, isCollectible: true)
    {
        this.references = references;
        Resolving += FindBeside;
    }

    /// <summary>Loads migrations that were compiled.</summary>
    /// <param name="key">A name for it.</param>
    /// <param name="code">What was compiled.</param>
    /// <param name="references">The paths of the assemblies it may use.</param>
    internal static ImmutableArray<LoadedCode> Load(string key, CompiledCode code, ImmutableArray<string> references)
    {
        var loaded = LoadAssembly(key, code, references);
        return [.. code.Files.Select(file => Find(loaded, file))];
    }

    /// <summary>Loads what was compiled, whatever classes it has.</summary>
    internal static Assembly LoadAssembly(string key, CompiledCode code, ImmutableArray<string> references)
    {
        using MemoryStream assembly = new(code.Assembly), symbols = new(code.Symbols);
        return new CodeContext(key, references).LoadFromStream(assembly, symbols);
    }

    // Migrations are told by their base class, so it must be the very one that this Godwit knows.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var own = typeof(Migration).Assembly;
        if (assemblyName.Name == own.GetName().Name) return own;
        foreach (var reference in references)
        {
            if (Path.GetFileNameWithoutExtension(reference) == assemblyName.Name) return LoadFromAssemblyPath(reference);
        }

        return null;
    }

    private static LoadedCode Find(Assembly assembly, CompiledFile file) => file.Problem is { } problem
        ? new LoadedCode.Broken(problem)
        : new LoadedCode.Ready(() => MigrationClass.Create(assembly.GetType(file.ClassName!, throwOnError: true)!));

    private Assembly? FindBeside(AssemblyLoadContext context, AssemblyName name)
    {
        foreach (var reference in references)
        {
            var path = Path.Join(Path.GetDirectoryName(reference), name.Name + ".dll");
            if (File.Exists(path)) return LoadFromAssemblyPath(path);
        }

        return null;
    }
}
