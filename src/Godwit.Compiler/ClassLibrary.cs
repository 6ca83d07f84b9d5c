using System.Collections.Immutable;
using System.Reflection;

namespace Godwit.Compiler;

/// <summary>
/// The classes of a project that are not migrations: model classes, and what is built on them. They are compiled from folders of loose C# files,
/// all together, and kept in <c>.godwit</c> like migrations; or they are in an application's assembly.
/// </summary>
/// <param name="root">The project's directory.</param>
public sealed class ClassLibrary(string root)
{
    private readonly CodeCache cache = new(Path.Join(Path.GetFullPath(root), ".godwit"), CodeCache.ClassesPrefix);

    /// <summary>
    /// Assemblies that the files may use beyond the .NET base library and Godwit: absolute paths, or relative ones to the project's directory.
    /// What these need in turn is found beside them. Default: none.
    /// </summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>
    /// The classes in all C# files of some folders and the folders in them, compiled as one: those of one folder may use those of another.
    /// Folders that do not exist are passed over, and so are <c>bin</c>, <c>obj</c> and hidden ones.
    /// </summary>
    /// <param name="folders">The folders, absolute or relative to the project's directory.</param>
    /// <returns>The classes, in no certain order; none where there is no file.</returns>
    /// <exception cref="GodwitException">A file cannot be read or compiled; the place is the first error's.</exception>
    public ImmutableArray<Type> Compile(IEnumerable<string> folders)
    {
        var files = SourceFolders.Files(Path.GetFullPath(root), folders);
        if (files.IsEmpty) return [];
        var sources = SourceSet.Read(files).RequireReadable();
        var references = References.Select(path => Path.GetFullPath(path, Path.GetFullPath(root))).ToImmutableArray();
        var key = CacheKey.Of(sources, references, Toolchain.Present);
        var code = cache.Find(key);
        if (code is null)
        {
            code = CompilerEntry.RunClasses(key, sources, references);
            RequireSound(code);
            cache.Keep(key, code);
        }

        return [.. CodeContext.LoadAssembly(key, code, references).GetTypes()];
    }

    /// <summary>
    /// The classes in an application's assembly. It is loaded apart from everything else, with the assemblies it was built with: those beside
    /// it, and those its <c>.deps.json</c> names.
    /// </summary>
    /// <param name="path">The assembly, an absolute path or one relative to the project's directory.</param>
    /// <exception cref="GodwitException">It is not there, is none, or lacks what it needs.</exception>
    public ImmutableArray<Type> Open(string path)
    {
        var full = Path.GetFullPath(path, Path.GetFullPath(root));
        try
        {
            return [.. new ApplicationContext(full).LoadFromAssemblyPath(full).GetTypes()];
        }
        catch (Exception failure) when (failure is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            throw new GodwitException(
                ErrorCode.FileAccess, $"The assembly {path} cannot be loaded: {failure.Message}",
                "Build the application, and check \"models\" in godwit.json: it names the assembly in its output folder.", inner: failure);
        }
        catch (ReflectionTypeLoadException failure)
        {
            throw new GodwitException(
                ErrorCode.InvalidCode, $"Some classes of {path} cannot be loaded: {failure.LoaderExceptions[0]?.Message}",
                "Put the assemblies it needs beside it: dotnet publish does, and so does CopyLocalLockFileAssemblies in its project.", inner: failure);
        }
    }

    private static void RequireSound(CompiledCode code)
    {
        var problems = code.Files.Select(file => file.Problem).OfType<GodwitException>().ToArray();
        if (problems.Length == 0) return;
        var others = problems.Length == 1 ? "" : $" There are errors in {problems.Length - 1} more of the files.";
        throw new GodwitException(problems[0].Code, problems[0].Message, problems[0].Remedy + others, problems[0].Location);
    }
}
