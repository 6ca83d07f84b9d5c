using System.Collections.Immutable;

namespace Godwit.Seeding;

/// <summary>The seeders of a project, by name.</summary>
internal sealed class SeedCatalog
{
    /// <summary>The seeder that says which others are run.</summary>
    internal const string Root = "DatabaseSeeder";

    private const string Suffix = "Seeder";

    private readonly ImmutableArray<SeedSource> sources;

    /// <exception cref="GodwitException">Two have the same name.</exception>
    internal SeedCatalog(IEnumerable<SeedSource> sources)
    {
        this.sources = [.. sources.OrderBy(source => source.Name, StringComparer.Ordinal)];
        for (var i = 1; i < this.sources.Length; i++)
        {
            if (this.sources[i].Name == this.sources[i - 1].Name)
                throw new GodwitException(ErrorCode.AmbiguousSeeder, $"Two seeders are called {this.sources[i].Name}.", "Give one of them another name.");
        }
    }

    /// <summary>The seeders that nobody in particular asked for: the root one, or all of them.</summary>
    internal ImmutableArray<SeedSource> Usual => sources.FirstOrDefault(source => source.Name == Root) is { } root ? [root] : sources;

    /// <summary>The seeder of a name.</summary>
    /// <param name="name">A class, with or without the word Seeder at its end, or a file.</param>
    /// <exception cref="GodwitException">There is none.</exception>
    internal SeedSource Require(string name)
    {
        var bare = name[(name.LastIndexOf('.') + 1)..];
        return Find(name) ?? Find(name + Suffix) ?? Find(bare) ?? throw Unknown(name);
    }

    /// <summary>Throws when seeders depend on each other in a circle.</summary>
    /// <exception cref="GodwitException">They do, or a dependency names none.</exception>
    internal void RequireOrder(IEnumerable<SeedSource> first)
    {
        var settled = new HashSet<SeedSource>();
        foreach (var source in first) Visit(source, []);

        void Visit(SeedSource source, ImmutableArray<SeedSource> path)
        {
            if (path.Contains(source)) throw Circle([.. path[path.IndexOf(source)..], source]);
            if (!settled.Add(source)) return;
            foreach (var name in source.Dependencies) Visit(Dependency(source, name), path.Add(source));
        }
    }

    /// <summary>The seeders that have to run before one.</summary>
    internal IEnumerable<SeedSource> DependenciesOf(SeedSource source) => source.Dependencies.Select(name => Dependency(source, name));

    /// <summary>That seeders ask for each other in a circle.</summary>
    internal static GodwitException Circle(ImmutableArray<SeedSource> circle) => new(
        ErrorCode.DependencyCycle, $"Seeders ask for each other in a circle: {string.Join(", which asks for ", circle.Select(source => source.Name))}.",
        "Take one of the calls or dependencies away.");

    private SeedSource Dependency(SeedSource source, string name)
    {
        try
        {
            return Require(name);
        }
        catch (GodwitException unknown)
        {
            throw new GodwitException(ErrorCode.MissingDependency, $"{source.Name} depends on {name}, and no seeder is called that.", unknown.Remedy);
        }
    }

    private SeedSource? Find(string name) => sources.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private GodwitException Unknown(string name)
    {
        var names = sources.Select(source => source.Name).ToArray();
        var near = Suggestion.Nearest(name, names) ?? Suggestion.Nearest(name + Suffix, names);
        var remedy = near is not null ? $"Did you mean {near}?"
            : names.Length == 0 ? "There are none yet: godwit make:seeder writes one."
            : $"There are: {string.Join(", ", names.Take(10))}{(names.Length > 10 ? " …" : "")}.";
        return new GodwitException(ErrorCode.UnknownSeeder, $"No seeder is called {name}.", remedy);
    }
}
