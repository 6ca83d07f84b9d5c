namespace Godwit.Cli.Tests.Running;

/// <summary>The projects under samples/, wherever this one was cloned to.</summary>
internal static class Samples
{
    /// <summary>The root of the repository.</summary>
    internal static string Repository { get; } = Find();

    /// <summary>Puts the migrations of a sample in the place of a project's; what it names for a connection stays the project's.</summary>
    internal static void CopyTo(Project project, string sample)
    {
        var source = Path.Join(Repository, "samples", sample);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(file) is ".sql" or ".cs") project.Write(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        }
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "Godwit.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Godwit.slnx above the tests.");
        return folder;
    }
}
