using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Compiler;

/// <summary>A C# file that was read.</summary>
/// <param name="Path">How people are told of it; also what the compiler calls it, in messages, in stack traces and in caller paths.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceFile(string Path, string Text);

/// <summary>The files of a project, read once: what is compiled is what the key was made of.</summary>
internal sealed class SourceSet
{
    private readonly ImmutableArray<GodwitException?> problems;

    private SourceSet(ImmutableArray<SourceFile> readable, ImmutableArray<GodwitException?> problems)
    {
        Readable = readable;
        this.problems = problems;
    }

    /// <summary>Those that could be read, in their order.</summary>
    internal ImmutableArray<SourceFile> Readable { get; }

    internal static SourceSet Read(ImmutableArray<CodeFile> files)
    {
        var readable = ImmutableArray.CreateBuilder<SourceFile>(files.Length);
        var problems = ImmutableArray.CreateBuilder<GodwitException?>(files.Length);
        foreach (var file in files)
        {
            try
            {
                using var opened = new MigrationFile(file.FullPath, file.ShownPath);
                readable.Add(new SourceFile(file.ShownPath, opened.ReadText().Text));
                problems.Add(null);
            }
            catch (GodwitException problem)
            {
                problems.Add(problem);
            }
        }

        return new SourceSet(readable.ToImmutable(), problems.MoveToImmutable());
    }

    /// <summary>All of them, when all could be read.</summary>
    /// <exception cref="GodwitException">One could not; the first problem.</exception>
    internal ImmutableArray<SourceFile> RequireReadable() => problems.FirstOrDefault(problem => problem is not null) is { } first ? throw first : Readable;

    /// <summary>What became of all files, from what became of the readable ones.</summary>
    internal ImmutableArray<LoadedCode> Complete(ImmutableArray<LoadedCode> loaded)
    {
        var next = 0;
        return [.. problems.Select(problem => problem is null ? loaded[next++] : new LoadedCode.Broken(problem))];
    }
}
