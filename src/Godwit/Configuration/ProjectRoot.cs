namespace Godwit.Configuration;

/// <summary>Where a project lies, whichever of its folders the command was started in.</summary>
/// <param name="Folder">The project's root, as an absolute path.</param>
/// <param name="SettingsPath">The settings file, or null when there is none.</param>
internal sealed record ProjectRoot(string Folder, string? SettingsPath)
{
    internal const string SettingsName = "godwit.json";

    private static readonly string[] SolutionExtensions = [".sln", ".slnx"];
    private static readonly string[] ProjectExtensions = [".csproj", ".fsproj"];
    private static readonly EnumerationOptions Accessible = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>
    /// Walks up to the nearest <c>godwit.json</c>; where there is none, to the nearest solution; where there is none, to the
    /// nearest project file; else stays.
    /// </summary>
    internal static ProjectRoot Find(string startFolder)
    {
        var start = Path.GetFullPath(startFolder);
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var settings = Path.Combine(folder, SettingsName);
            if (File.Exists(settings)) return new ProjectRoot(folder, settings);
        }

        return new ProjectRoot(Nearest(start, SolutionExtensions) ?? Nearest(start, ProjectExtensions) ?? start, null);
    }

    /// <summary>The project that was named: its folder, its settings file under any name, or its solution or project file.</summary>
    /// <exception cref="GodwitException">There is nothing of that name.</exception>
    internal static ProjectRoot At(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) return In(full);
        if (!File.Exists(full)) throw Missing(path);
        var folder = Path.GetDirectoryName(full)!;
        return full.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? new ProjectRoot(folder, full) : In(folder);
    }

    private static ProjectRoot In(string folder)
    {
        var settings = Path.Combine(folder, SettingsName);
        return new ProjectRoot(folder, File.Exists(settings) ? settings : null);
    }

    private static string? Nearest(string start, string[] extensions)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder) && HasFile(folder, extensions)) return folder;
        }

        return null;
    }

    private static bool HasFile(string folder, string[] extensions)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Accessible))
        {
            if (Array.IndexOf(extensions, Path.GetExtension(file).ToLowerInvariant()) >= 0) return true;
        }

        return false;
    }

    private static GodwitException Missing(string path) => new(
        ErrorCode.FileAccess,
        $"The project {path} does not exist.",
        "Name the project's folder, its godwit.json, or its solution or project file.");
}
