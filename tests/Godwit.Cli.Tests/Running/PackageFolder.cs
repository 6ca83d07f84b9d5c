using System.Diagnostics;
using System.IO.Compression;
using Xunit;

namespace Godwit.Cli.Tests.Running;

/// <summary>
/// The packages, packed from what is built, in a folder of their own with a cache of their own: what is installed from here leaves nothing
/// behind, and asks no server. Packages of others come from where the build got them.
/// </summary>
public sealed class PackageFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("godwit-packages-").FullName;

    public PackageFolder()
    {
        var others = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Join(root, "nuget.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="here" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><add key="others" value="{others}" /></fallbackPackageFolders>
            </configuration>
            """);
        // bin/Release/net10.0
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        Run(Samples.Repository, "dotnet", "pack", "Godwit.slnx", "--no-build", "--configuration", configuration, "--output", Packages);
    }

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Join(root, "packages");

    /// <summary>The version of all of them.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Packages, "Godwit.Tool.*.nupkg").Single())["Godwit.Tool.".Length..];

    /// <summary>A new, empty directory that uses these packages.</summary>
    public string NewDirectory(string name) => Directory.CreateDirectory(Path.Join(root, name)).FullName;

    /// <summary>What a package holds.</summary>
    public static ZipArchive Open(string package) => ZipFile.OpenRead(package);

    /// <summary>Runs a program to its end, which has to be a good one.</summary>
    /// <returns>What it wrote.</returns>
    public string Run(string directory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in new[] { "DATABASE_URL", "GODWIT_ENV", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT", "ENV" }) start.Environment.Remove(variable);
        start.Environment["NUGET_PACKAGES"] = Path.Join(root, "cache");
        // nothing may go on running
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{error.Result}");
        return output;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
