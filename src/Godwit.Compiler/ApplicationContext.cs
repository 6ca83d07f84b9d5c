using System.Reflection;
using System.Runtime.Loader;

namespace Godwit.Compiler;

/// <summary>
/// Where an application's assembly lives, with what it was built with: its own versions of everything but .NET itself and Godwit. It is not
/// collectible: frameworks keep what they know of types in static places, and would hold it in any case.
/// </summary>
/// <param name="path">The absolute path of the assembly.</param>
internal sealed class ApplicationContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    // What bridges Godwit and a framework comes with Godwit and fits no other version of it; the framework itself comes with the application.
    private const string Bridge = "Godwit.EntityFrameworkCore";

    private readonly AssemblyDependencyResolver? resolver = File.Exists(path) ? new AssemblyDependencyResolver(path) : null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var own = typeof(Migration).Assembly;
        if (assemblyName.Name == own.GetName().Name) return own;
        if (assemblyName.Name == Bridge && Path.Join(AppContext.BaseDirectory, Bridge + ".dll") is var bridge && File.Exists(bridge)) return LoadFromAssemblyPath(bridge);
        if (resolver?.ResolveAssemblyToPath(assemblyName) is { } known && File.Exists(known)) return LoadFromAssemblyPath(known);
        return Candidates(assemblyName.Name!).FirstOrDefault(File.Exists) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;

    private IEnumerable<string> Candidates(string name)
    {
        var file = name + ".dll";
        yield return Path.Join(Path.GetDirectoryName(path), file);
        foreach (var framework in Frameworks()) yield return Path.Join(framework, file);
    }

    // A web application has ASP.NET Core from the .NET that runs it, not beside it: dotnet/shared/Microsoft.AspNetCore.App/10.0.0.
    private static IEnumerable<string> Frameworks()
    {
        var runtime = new DirectoryInfo(Toolchain.RuntimeFolder);
        if (runtime.Parent is not { Parent: { Name: "shared" } shared } mine) return [];
        return shared.EnumerateDirectories().Where(framework => framework.Name != mine.Name)
            .Select(framework => Path.Join(framework.FullName, runtime.Name)).Where(Directory.Exists);
    }
}
