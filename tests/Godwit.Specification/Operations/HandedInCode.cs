using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Specification.Operations;

/// <summary>Migrations that a test hands in, in the place of compiled files: what a file says does not matter, only that it is there.</summary>
internal sealed class HandedInCode : CodeLoader
{
    private readonly Dictionary<string, Migration> migrations = [];

    internal void Add(string file, Migration migration) => migrations[file] = migration;

    public override ImmutableArray<LoadedCode> Load(ImmutableArray<CodeFile> files) =>
        [.. files.Select(file => new LoadedCode.Ready(() => migrations[Path.GetFileName(file.FullPath)]))];
}
