using System.Collections.Immutable;

namespace Godwit.Compiler;

/// <summary>What the compiler made of some files.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable pdb, by which a stack trace shows files and lines.</param>
/// <param name="Files">What each file is, in the order in which they were given.</param>
internal sealed record CompiledCode(byte[] Assembly, byte[] Symbols, ImmutableArray<CompiledFile> Files)
{
    /// <summary>Whether every file is a migration.</summary>
    internal bool IsSound => Files.All(file => file.Problem is null);
}

/// <summary>What the compiler made of a file: one of the two is there.</summary>
/// <param name="ClassName">The whole name of its migration's class.</param>
/// <param name="Problem">Why it is none.</param>
internal readonly record struct CompiledFile(string? ClassName, GodwitException? Problem);
