using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Compiler;

/// <summary>
/// Compiles the C# files of a project's migrations directories, all together, and loads them. What was compiled is kept in the folder
/// <c>.godwit</c> of the project under a key of everything that it was made of, so that the compiler itself is needed only after an edit.
/// </summary>
/// <param name="root">The project's directory.</param>
public sealed class MigrationCompiler(string root) : CodeLoader
{
    private readonly CodeCache cache = new(Path.Join(Path.GetFullPath(root), ".godwit"));
    private readonly Lock gate = new();
    private (string Key, ImmutableArray<LoadedCode> Code)? last;

    /// <summary>
    /// Assemblies that the files may use beyond the .NET base library and Godwit: absolute paths, or relative ones to the project's directory.
    /// What these need in turn is found beside them. Default: none.
    /// </summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableArray<LoadedCode> Load(ImmutableArray<CodeFile> files)
    {
        if (files.IsEmpty) return [];
        var sources = SourceSet.Read(files);
        var references = References.Select(path => Path.GetFullPath(path, Path.GetFullPath(root))).ToImmutableArray();
        var key = CacheKey.Of(sources.Readable, references, Toolchain.Present);
        lock (gate)
        {
            if (last is not { } known || known.Key != key) last = known = (key, Load(key, sources.Readable, references));
            return sources.Complete(known.Code);
        }
    }

    private ImmutableArray<LoadedCode> Load(string key, ImmutableArray<SourceFile> files, ImmutableArray<string> references)
    {
        var code = cache.Find(key);
        if (code is null)
        {
            code = CompilerEntry.Run(key, files, references);
            if (code.IsSound) cache.Keep(key, code);
        }

        return CodeContext.Load(key, code, references);
    }
}
