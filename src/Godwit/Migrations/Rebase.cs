using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>New places for migrations that nobody has applied: after all others, whatever their names were.</summary>
/// <param name="Moves">The migrations that move, in the order that they keep.</param>
/// <param name="Parents">The words by which their files name a parent, and the id that takes its place.</param>
public sealed record Rebase(ImmutableArray<RebasedMigration> Moves, ImmutableDictionary<string, string> Parents)
{
    /// <summary>Whether all have their places already.</summary>
    public bool IsEmpty => Moves.IsEmpty;
}

/// <summary>A migration that gets a new place.</summary>
/// <param name="Source">Its file.</param>
/// <param name="Id">Its new id; the old one where only what it builds on changes.</param>
public sealed record RebasedMigration(MigrationSource Source, MigrationId Id);
