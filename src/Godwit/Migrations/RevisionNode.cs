using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>A migration as a graph sees it: what it builds on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parents">The migrations that it says it builds on; null where it leaves that to the order of names.</param>
/// <param name="DependsOn">The migrations that must be applied before it besides.</param>
internal sealed record RevisionNode(MigrationId Id, ImmutableArray<Dependency>? Parents, ImmutableArray<Dependency> DependsOn)
{
    /// <summary>All that must be applied before it by its own words.</summary>
    internal ImmutableArray<Dependency> Needed => Needs(Parents, DependsOn);

    /// <summary>All that must be applied before a migration by its own words; the place before all migrations is none.</summary>
    internal static ImmutableArray<Dependency> Needs(ImmutableArray<Dependency>? parents, ImmutableArray<Dependency> dependsOn) =>
        parents is { } named ? [.. named.Where(parent => !IsBase(parent)), .. dependsOn] : dependsOn;

    internal static bool IsBase(Dependency parent) => parent.Revision.Equals("base", StringComparison.OrdinalIgnoreCase);
}
