namespace Godwit.Migrations;

/// <summary>A directory that holds migrations.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="ShownPath">How people are told of it: relative to the project where it lies inside.</param>
internal sealed record MigrationDirectory(string FullPath, string ShownPath)
{
    /// <summary>A directory as settings or the command line name it.</summary>
    /// <param name="root">The project's directory.</param>
    /// <param name="path">The directory, absolute or relative to the project's.</param>
    internal static MigrationDirectory In(string root, string path)
    {
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Path.GetFullPath(root)));
        var relative = Path.GetRelativePath(Path.GetFullPath(root), fullPath);
        return new MigrationDirectory(fullPath, relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative);
    }

    /// <summary>Where a file in it is.</summary>
    internal string Locate(string file) => Path.Join(FullPath, file);

    /// <summary>How people are told of a file in it.</summary>
    internal string Show(string file) => ShownPath == "." ? file : Path.Join(ShownPath, file);
}
