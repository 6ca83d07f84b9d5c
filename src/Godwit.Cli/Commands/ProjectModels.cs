using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Godwit.Compiler;
using Godwit.Configuration;
using Godwit.Drift;
using Godwit.Modelling;

namespace Godwit.Cli.Commands;

/// <summary>Reads a project's models: classes in folders or an assembly, or a context of Entity Framework Core.</summary>
internal sealed class ProjectModels
{
    private const string ContextClass = "Microsoft.EntityFrameworkCore.DbContext";
    private const string Bridge = "Godwit.EntityFrameworkCore";

    private readonly ProjectConfig project;
    private readonly Lazy<ImmutableArray<Type>> types;
    private readonly Dictionary<string, ModelSchema> said = [];

    private ProjectModels(ProjectConfig project)
    {
        this.project = project;
        types = new Lazy<ImmutableArray<Type>>(Load);
    }

    /// <summary>The models; null where the project has none.</summary>
    internal static SchemaSource.Models? Find(ProjectConfig project)
    {
        var hasSome = project.Models.Assembly is not null || project.Models.Folders.Any(Directory.Exists);
        return hasSome ? new SchemaSource.Models(new ProjectModels(project).Read) : null;
    }

    /// <summary>The models.</summary>
    /// <exception cref="GodwitException">The project has none.</exception>
    internal static SchemaSource.Models Require(ProjectConfig project) => Find(project) ?? throw new GodwitException(
        ErrorCode.DirectoryMissing, "The project has no models: none of the folders models, app/Models and Models exists.",
        "godwit make:model NAME writes one. If they are elsewhere, set \"models\" in godwit.json: a list of folders, or an assembly and its Entity Framework Core context.");

    private ModelSchema Read(string product)
    {
        if (!said.TryGetValue(product, out var schema)) said.Add(product, schema = ReadFor(product));
        return schema;
    }

    private ModelSchema ReadFor(string product)
    {
        if (project.Models.Assembly is null) return ModelReader.Read(types.Value, product);
        return Context() is { } context ? ThroughBridge(context, product) : ModelReader.Read(types.Value, product);
    }

    private ImmutableArray<Type> Load()
    {
        var library = new ClassLibrary(project.Root) { References = project.References };
        return project.Models.Assembly is { } assembly ? library.Open(assembly) : library.Compile(project.Models.Folders);
    }

    // By its name: the framework is the application's, and this command has none.
    private Type? Context()
    {
        var contexts = types.Value.Where(type => !type.IsAbstract && Ancestors(type).Any(parent => parent.FullName == ContextClass)).ToArray();
        var names = string.Join(", ", contexts.Select(type => type.FullName));
        if (project.Models.Context is not { } wanted)
        {
            if (contexts.Length <= 1) return contexts.FirstOrDefault();
            throw new GodwitException(
                ErrorCode.InvalidValue, $"{project.Shown(project.Models.Assembly!)} has several contexts: {names}.", "Say which in godwit.json: \"models\": { \"assembly\": …, \"context\": … }.");
        }

        return Array.Find(contexts, type => type.FullName == wanted || type.Name == wanted) ?? throw new GodwitException(
            ErrorCode.InvalidValue, $"{project.Shown(project.Models.Assembly!)} has no context {wanted}.",
            contexts.Length == 0 ? "No class in it derives from DbContext." : $"It has {names}.");
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType) yield return parent;
    }

    // The bridge is loaded where the application is, and so uses the application's own Entity Framework Core.
    private static ModelSchema ThroughBridge(Type context, string product)
    {
        try
        {
            var bridge = AssemblyLoadContext.GetLoadContext(context.Assembly)!.LoadFromAssemblyName(new AssemblyName(Bridge));
            var read = bridge.GetType($"{Bridge}.EntityFrameworkModel", throwOnError: true)!.GetMethod("Read", [typeof(Type), typeof(string)])!;
            return read.CreateDelegate<Func<Type, string, ModelSchema>>()(context, product);
        }
        catch (Exception failure) when (failure is IOException or BadImageFormatException or TypeLoadException or MissingMemberException)
        {
            throw new GodwitException(
                ErrorCode.FileAccess, $"The model of the context {context.FullName} cannot be read: {failure.Message}",
                "Entity Framework Core and its provider must be beside the application's assembly: dotnet publish puts them there, and so does " +
                "CopyLocalLockFileAssemblies in its project. Without them name the folders of the entity classes: " +
                "\"models\": [\"Models\"] in godwit.json. Their annotations are read; OnModelCreating is not. Nothing was changed.",
                inner: failure);
        }
    }
}
