using System.Collections.Immutable;

namespace Godwit.Compiler;

/// <summary>What the compiler made of some files.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable pdb, by which a stack trace shows files and lines.</param>
/// <param name="Files">What each file is, in the order in which they were given.</param>
internal sealed record CompiledCode(byte[] Assembly, byte[] Symbols, ImmutableArray<CompiledFile> Files)
{
    /// <summary>Whether nothing is wrong with any file.</summary>
    internal bool IsSound => Files.All(file => file.Problem is null);
}

/// <summary>What the compiler made of a file.</summary>
/// <param name="ClassName">The whole name of its migration's class; null also where it may hold any classes.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
internal readonly record struct CompiledFile(string? ClassName, GodwitException? Problem);
