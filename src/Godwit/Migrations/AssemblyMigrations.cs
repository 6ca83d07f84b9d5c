using System.Collections.Immutable;
using System.Reflection;

namespace Godwit.Migrations;

/// <summary>Finds the migrations in applications' assemblies.</summary>
/// <param name="root">The project's directory.</param>
/// <param name="areReplaced">Whether those are meant whose files are in the folder of the ones that baselines stand for; otherwise the others.</param>
/// <param name="migrations">Takes what is found.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class AssemblyMigrations(string root, bool areReplaced, List<MigrationSource> migrations, List<GodwitException> problems)
{
    /// <summary>Adds the migrations of some assemblies, and what is wrong with their classes.</summary>
    internal void Add(ImmutableArray<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            foreach (var type in Types(assembly))
            {
                if (type.GetCustomAttribute<MigrationAttribute>() is { } attribute && IsInFolder(attribute.File) == areReplaced) Add(type, attribute);
            }
        }
    }

    private static bool IsInFolder(string file) => file.Split('/', '\\') is [.., MigrationCatalog.ReplacedFolder, _];

    private void Add(Type type, MigrationAttribute attribute)
    {
        // The compiler that filled it in may have run on another system, with other separators.
        var file = attribute.File[(attribute.File.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = MigrationDirectory.In(root, Path.GetDirectoryName(attribute.File) ?? "").Show(Path.GetFileName(attribute.File));
        var location = new SourceLocation(shown, attribute.Line, 1);
        if (!MigrationFileName.IsCSharp(file) || MigrationFileName.Parse(file) is not { Role: MigrationFileRole.Up } name)
            problems.Add(Malformed(type, file, location));
        else if (name.Id.IsRepeatable) problems.Add(Repeatable(type, location));
        else if (Flaw(type) is { } flaw) problems.Add(NotOne(type, flaw, location));
        else migrations.Add(new AssemblyMigration(name.Id, shown, type));
    }

    private Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException failure)
        {
            problems.Add(new GodwitException(
                ErrorCode.InvalidCode,
                $"Some classes of {assembly.GetName().Name} cannot be loaded, and migrations may be among them: {failure.LoaderExceptions[0]?.Message}",
                "Put the assemblies it needs beside it.",
                inner: failure));
            return [.. failure.Types.OfType<Type>()];
        }
    }

    private static string? Flaw(Type type)
    {
        const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        if (!type.IsSubclassOf(typeof(Migration))) return "is not derived from Migration";
        if (type.IsAbstract) return "is abstract";
        if (type.ContainsGenericParameters) return "has type parameters";
        return type.GetConstructor(Constructors, []) is null ? "has no constructor without parameters" : null;
    }

    private static GodwitException NotOne(Type type, string flaw, SourceLocation location) => new(
        ErrorCode.InvalidCode,
        $"{type.FullName} has [Migration], but {flaw}.",
        "Make it a class that Godwit can create, or take the attribute away.",
        location);

    private static GodwitException Malformed(Type type, string file, SourceLocation location) => new(
        ErrorCode.MalformedName,
        $"{type.FullName} is a migration, but the name of its file, {file}, is not named like a migration of migrations: {MigrationFileName.AcceptedForms}.",
        "Rename the file: its name is the migration's id.",
        location);

    private static GodwitException Repeatable(Type type, SourceLocation location) => new(
        ErrorCode.NotSupported,
        $"{type.FullName} is repeatable, but whether it has changed since it was applied cannot be told from an assembly.",
        "Keep repeatable migrations in files, in SQL or C#.",
        location);
}
