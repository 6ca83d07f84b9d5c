using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>Makes migrations of C# files. The package Godwit.Compiler has one: <c>MigrationCompiler</c>.</summary>
public abstract class CodeLoader
{
    /// <summary>
    /// Loads all files together, so that they may use one another's classes. A <see cref="MigrationCatalog"/> asks once, on the thread
    /// that first needs to know what one of them says, and not at all while only their names and checksums matter.
    /// </summary>
    /// <param name="files">The files, in the order in which they were found.</param>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="GodwitException">None of them can be loaded, for a reason that is none of theirs.</exception>
    public abstract ImmutableArray<LoadedCode> Load(ImmutableArray<CodeFile> files);
}

/// <summary>A C# file in a migrations directory.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="ShownPath">How people are told of it: relative to the project where it lies inside it.</param>
public sealed record CodeFile(string FullPath, string ShownPath);

/// <summary>What became of a C# file.</summary>
public abstract record LoadedCode
{
    private LoadedCode()
    {
    }

    /// <summary>It is a migration.</summary>
    /// <param name="Create">Makes it; asked once. Its class is marked with <see cref="MigrationAttribute"/>.</param>
    public sealed record Ready(Func<Migration> Create) : LoadedCode;

    /// <summary>It is none.</summary>
    /// <param name="Problem">Why, with its place in the file.</param>
    public sealed record Broken(GodwitException Problem) : LoadedCode;
}
