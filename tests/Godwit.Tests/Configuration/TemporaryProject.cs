using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>A folder of its own for one test, with environment variables of its own.</summary>
public sealed class TemporaryProject : IDisposable
{
    public TemporaryProject() => Root = Directory.CreateTempSubdirectory("godwit-").FullName;

    public string Root { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string Write(string path, string content)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    public string Folder(string path) => Directory.CreateDirectory(Path.Combine(Root, path)).FullName;

    public EnvironmentVariables Environment => new(Variables.GetValueOrDefault);

    /// <summary>Loads this folder, whatever lies above it on this machine.</summary>
    public ProjectConfig Load(params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files) Write(path, content);
        return ProjectConfig.Load(Root, project: ".", Environment);
    }

    public ProjectConfig LoadFrom(string folder) => ProjectConfig.Load(Path.Combine(Root, folder), variables: Environment);

    public ProjectConfig LoadSettings(string json) => Load(("godwit.json", json));

    public GodwitException RefuseSettings(string json) => Assert.Throws<GodwitException>(() => LoadSettings(json));
}
