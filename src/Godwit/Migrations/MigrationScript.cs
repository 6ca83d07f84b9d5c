using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>What a migration does, both ways.</summary>
public sealed record MigrationScript
{
    /// <summary>What applies it.</summary>
    public required MigrationSection Up { get; init; }

    /// <summary>What undoes it; null when the author wrote nothing about it, empty when there is a section with no statement.</summary>
    public MigrationSection? Down { get; init; }

    /// <summary>The migrations that must be applied before it, beyond those that its version comes after.</summary>
    public ImmutableArray<Dependency> DependsOn { get; init; } = [];

    /// <summary>The environments it is for, as written; empty is all of them.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];
}

/// <summary>One way of a migration.</summary>
/// <param name="Statements">The statements, in order.</param>
/// <param name="Transaction">Whether they run in a transaction.</param>
/// <param name="Timeout">How long each statement may take; null is the connection's default.</param>
public sealed record MigrationSection(ImmutableArray<SqlStatement> Statements, TransactionMode Transaction, TimeSpan? Timeout);

/// <summary>Whether a migration runs in a transaction.</summary>
public enum TransactionMode
{
    /// <summary>In one, together with its history row, as far as the database can.</summary>
    On,

    /// <summary>Outside of one: each statement takes effect by itself.</summary>
    Off,
}

/// <summary>A migration named by another one that needs it.</summary>
/// <param name="Revision">The whole id, a unique part of it, its version or its name.</param>
/// <param name="Location">Where it is named.</param>
public sealed record Dependency(string Revision, SourceLocation Location);
