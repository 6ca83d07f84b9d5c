using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>The C# files of a project. They are loaded all together, when the first of them is asked for.</summary>
internal sealed class CodeFiles
{
    private readonly List<CodeFile> files = [];
    private readonly HashSet<MigrationId> compiledIn;
    private readonly Lazy<ImmutableArray<LoadedCode>> loaded;

    /// <summary>No files yet.</summary>
    /// <param name="loader">Loads them; null where nothing does.</param>
    /// <param name="compiledIn">Migrations that an application has compiled in already.</param>
    internal CodeFiles(CodeLoader? loader, IEnumerable<MigrationSource> compiledIn)
    {
        this.compiledIn = [.. compiledIn.Select(migration => migration.Id)];
        loaded = new Lazy<ImmutableArray<LoadedCode>>(() => loader is null ? [.. files.Select(Unloadable)] : loader.Load([.. files]));
    }

    /// <summary>Whether a migration is there without its file.</summary>
    internal bool IsCompiledIn(MigrationId id) => compiledIn.Contains(id);

    /// <summary>Adds a file.</summary>
    /// <returns>What makes its migration, or throws what is wrong with it.</returns>
    internal Func<Migration> Add(CodeFile file)
    {
        var place = files.Count;
        files.Add(file);
        return () => loaded.Value[place] switch
        {
            LoadedCode.Ready ready => ready.Create(),
            LoadedCode.Broken broken => throw broken.Problem,
            _ => throw new InvalidOperationException("What becomes of a file is one of two."),
        };
    }

    private static LoadedCode Unloadable(CodeFile file) => new LoadedCode.Broken(new GodwitException(
        ErrorCode.NotSupported,
        $"{file.ShownPath} is a C# migration, and nothing here compiles it.",
        "Add the package Godwit.Compiler and set MigratorOptions.Code to a MigrationCompiler; or, where the file is compiled into an assembly, "
        + "name that in MigratorOptions.Assemblies.",
        new SourceLocation(file.ShownPath, 1, 1)));
}
