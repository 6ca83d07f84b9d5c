namespace Godwit.Compiler;

/// <summary>Where the compiler and the reference assemblies are.</summary>
/// <param name="Roslyn">
/// The folder with the .NET SDK's compiler, which is compiled ahead of time and so starts in less than half the time; null where there is no
/// SDK: then the one that came with Godwit is used.
/// </param>
/// <param name="ReferencePack">
/// The folder with the reference assemblies of this .NET version, which hold what code may use and nothing else; null where there are none: then
/// the assemblies that run are.
/// </param>
internal sealed record Toolchain(string? Roslyn, string? ReferencePack)
{
    private const string Framework = "Microsoft.NETCore.App";

    private static readonly Lazy<Toolchain> Found = new(Find);

    /// <summary>What is there where the .NET that runs this was installed.</summary>
    internal static Toolchain Present => Found.Value;

    /// <summary>The folder of the .NET that runs this.</summary>
    internal static string RuntimeFolder => Path.GetDirectoryName(typeof(object).Assembly.Location) ?? AppContext.BaseDirectory;

    private static Toolchain Find()
    {
        // dotnet/shared/Microsoft.NETCore.App/10.0.0; an application that brings its own .NET lies elsewhere, and has neither.
        var runtime = new DirectoryInfo(RuntimeFolder);
        if (runtime.Parent is not { Name: Framework, Parent: { Name: "shared", Parent: { } root } }) return new Toolchain(null, null);
        return new Toolchain(
            Newest(Path.Join(root.FullName, "sdk"), "Roslyn/bincore", "Microsoft.CodeAnalysis.CSharp.dll"),
            Newest(Path.Join(root.FullName, "packs", Framework + ".Ref"), $"ref/net{Environment.Version.Major}.0", "System.Runtime.dll"));
    }

    // Of the same major version: a newer compiler need not run on this .NET, and newer reference assemblies promise what it does not have.
    private static string? Newest(string folder, string inside, string file)
    {
        if (!Directory.Exists(folder)) return null;
        var (best, path) = (new Version(), (string?)null);
        foreach (var candidate in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(candidate).Split('-')[0];
            if (!Version.TryParse(name, out var version) || version.Major != Environment.Version.Major || version <= best) continue;
            var found = Path.Join(candidate, inside);
            if (File.Exists(Path.Join(found, file))) (best, path) = (version, found);
        }

        return path;
    }
}
