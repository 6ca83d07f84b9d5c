using System.Reflection;
using System.Runtime.Loader;

namespace Godwit.Compiler;

/// <summary>
/// Where the SDK's compiler lives, apart from the one that came with Godwit. Godwit.Compiler is loaded in it a second time: there its names of
/// Roslyn's types mean the SDK's. It is not collectible, because code in collectible contexts is never the one compiled ahead of time, which is
/// what makes the SDK's compiler worth having.
/// </summary>
/// <param name="folder">The folder with the compiler.</param>
internal sealed class RoslynContext(string folder) : AssemblyLoadContext("Godwit.Compiler")
{
    // Everything else is what it is for the Godwit.Compiler that made this context.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Join(folder, assemblyName.Name + ".dll");
        if (assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && File.Exists(path)) return LoadFromAssemblyPath(path);
        return assemblyName.Name == typeof(GodwitException).Assembly.GetName().Name ? typeof(GodwitException).Assembly : null;
    }
}
