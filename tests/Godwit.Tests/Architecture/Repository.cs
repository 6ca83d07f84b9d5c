namespace Godwit.Tests.Architecture;

/// <summary>The files of this project, wherever it was cloned to.</summary>
internal static class Repository
{
    private static readonly EnumerationOptions Here = new() { AttributesToSkip = FileAttributes.None };

    internal static string Root { get; } = FindRoot();

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The C# files under src/, with their paths relative to it and slashes between the parts.</summary>
    internal static IEnumerable<SourceFile> Sources() => Sources("src/");

    /// <summary>The C# files under tests/, with their paths relative to it and slashes between the parts.</summary>
    internal static IEnumerable<SourceFile> Tests() => Sources("tests/");

    /// <summary>All files that people write, with their paths relative to the root and slashes between the parts.</summary>
    internal static IEnumerable<string> Files()
    {
        var folders = new Stack<string>([Root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Here).Where(entry => !IsMade(entry.Name)))
            {
                if (entry is DirectoryInfo) folders.Push(entry.FullName);
                else yield return Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            }
        }
    }

    private static IEnumerable<SourceFile> Sources(string folder) =>
        from path in Files()
        where path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)
        select new SourceFile(path[folder.Length..], Read(path));

    // Made by tools: see .gitignore. In a worktree .git is a file.
    private static bool IsMade(string name) =>
        name is "bin" or "obj" or ".git" or ".vs" or ".idea" or ".vscode" or ".godwit" or "artifacts" or "node_modules" or "TestResults";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Godwit.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Godwit.slnx above the tests.");
        return folder;
    }
}
