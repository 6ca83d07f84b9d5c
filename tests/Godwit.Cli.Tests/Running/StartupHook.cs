#pragma warning disable CA1050 // .NET looks for this class by this name, outside of all namespaces

/// <summary>What .NET runs first in a process that was started with this assembly as its startup hook.</summary>
internal static class StartupHook
{
    public const string ListVariable = "GODWIT_TEST_LOADED_ASSEMBLIES";

    /// <summary>Has the names of all loaded assemblies written to a file when the process ends.</summary>
    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(
        Environment.GetEnvironmentVariable(ListVariable)!,
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
}
