using System.Collections.Immutable;
using Godwit.Migrations;

namespace Godwit.Compiler;

/// <summary>Finds C# files in folders.</summary>
internal static class SourceFolders
{
    // Two of the usual folders may be one on a system to which upper and lower case are the same.
    private static readonly StringComparer Paths = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The files in some folders and the folders in them, each once, in the order of their paths.</summary>
    internal static ImmutableArray<CodeFile> Files(string root, IEnumerable<string> folders)
    {
        var found = new SortedDictionary<string, CodeFile>(Paths);
        foreach (var folder in folders) Add(root, new DirectoryInfo(Path.GetFullPath(folder, root)), found);
        return [.. found.Values];
    }

    private static void Add(string root, DirectoryInfo folder, SortedDictionary<string, CodeFile> found)
    {
        if (!folder.Exists) return;
        foreach (var file in folder.EnumerateFiles("*.cs"))
        {
            var shown = Path.GetRelativePath(root, file.FullName);
            found.TryAdd(file.FullName, new CodeFile(file.FullName, shown.StartsWith("..", StringComparison.Ordinal) ? file.FullName : shown));
        }

        // What a build wrote there is not a source.
        foreach (var inside in folder.EnumerateDirectories().Where(inside => inside.Name is not ("bin" or "obj") && !inside.Name.StartsWith('.'))) Add(root, inside, found);
    }
}
