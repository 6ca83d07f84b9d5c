namespace Godwit.Compiler;

/// <summary>The assemblies that every C# migration may use.</summary>
internal static class ReferenceAssemblies
{
    /// <summary>The paths of the .NET base library and of Godwit.</summary>
    /// <param name="toolchain">Where the base library's reference assemblies are.</param>
    /// <exception cref="GodwitException">The application is one file, in which there are no assemblies to refer to.</exception>
    internal static IEnumerable<string> Of(Toolchain toolchain)
    {
        var godwit = typeof(Migration).Assembly.Location;
        if (godwit.Length == 0) throw SingleFile();
        return toolchain.ReferencePack is { } pack ? [.. Directory.EnumerateFiles(pack, "*.dll"), godwit] : [.. Running(), godwit];
    }

    private static IEnumerable<string> Running()
    {
        var all = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return all.Where(path => Path.GetDirectoryName(path) == Toolchain.RuntimeFolder);
    }

    private static GodwitException SingleFile() => new(
        ErrorCode.NotSupported,
        "C# migrations cannot be compiled in an application that is published as a single file.",
        "Compile them into the application and name its assembly in MigratorOptions.Assemblies, or run them with the godwit command.");
}
