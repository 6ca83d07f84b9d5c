using Xunit;

namespace Godwit.Cli.Tests.Running;

/// <summary>What the command loads, seen from inside its process.</summary>
internal static class LoadedAssemblies
{
    /// <summary>Runs the command, and says the names of all assemblies that were loaded when it ended.</summary>
    public static async Task<string[]> ByAsync(Project project, params string[] args)
    {
        var list = Path.Join(project.Root, "loaded.txt");
        project.Set("DOTNET_STARTUP_HOOKS", typeof(LoadedAssemblies).Assembly.Location);
        project.Set(StartupHook.ListVariable, list);
        (await CommandProcess.RunAsync(project, args)).Succeeded();
        Assert.True(File.Exists(list), "The hook in the process did not run.");
        return await File.ReadAllLinesAsync(list);
    }
}
