using System.Collections.Immutable;
using Bogus;
using Godwit.Compiler;
using Godwit.Configuration;

namespace Godwit.Cli.Commands;

/// <summary>
/// The classes of a project that seeders are among: those in database/seeders with database/factories and the models, compiled as one; or an
/// application's assembly. What compiles is loaded only where there is a seeder in C#.
/// </summary>
internal static class SeederClasses
{
    internal const string Seeders = "database/seeders";
    internal const string Factories = "database/factories";

    internal static ImmutableArray<Type> Of(ProjectConfig project)
    {
        var hasLoose = Directory.Exists(project.FullPath(Seeders)) && Directory.EnumerateFiles(project.FullPath(Seeders), "*.cs", SearchOption.AllDirectories).Any();
        return [.. hasLoose ? Loose(project) : [], .. project.Models.Assembly is { } assembly ? new ClassLibrary(project.Root).Open(assembly) : []];
    }

    private static ImmutableArray<Type> Loose(ProjectConfig project)
    {
        string[] own = [typeof(Factory<>).Assembly.Location, typeof(Faker).Assembly.Location];
        var library = new ClassLibrary(project.Root)
        {
            References = [.. project.References, .. project.Models.Assembly is { } assembly ? [assembly] : Array.Empty<string>(), .. own],
        };
        return library.Compile([Seeders, Factories, .. project.Models.Assembly is null ? project.Models.Folders : []]);
    }
}
