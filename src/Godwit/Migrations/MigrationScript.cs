using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>What a migration does, both ways.</summary>
public sealed record MigrationScript
{
    /// <summary>
    /// The migration in C#, which describes what is to be done; then the sections have no statements yet, because those depend on the
    /// database. Null for SQL.
    /// </summary>
    public Migration? Code { get; init; }

    /// <summary>What applies it.</summary>
    public required MigrationSection Up { get; init; }

    /// <summary>What undoes it; null when the author wrote nothing about it, empty when there is a section with no statement.</summary>
    public MigrationSection? Down { get; init; }

    /// <summary>The migrations that must be applied before it, beyond those that its version comes after.</summary>
    public ImmutableArray<Dependency> DependsOn { get; init; } = [];

    /// <summary>The safety rules that it may breach, each with a reason.</summary>
    public ImmutableArray<Allowance> Allowances { get; init; } = [];

    /// <summary>The migrations that it says it builds on, <c>base</c> for none; null where it leaves that to the order of names.</summary>
    public ImmutableArray<Dependency>? Parents { get; init; }

    /// <summary>Words by which it can be named, as written.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The environments it is for, as written; empty is all of them.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    /// <summary>
    /// The ids of the migrations that it stands for, none where it is the state that a project began with; null when it is an ordinary
    /// migration. A baseline is not undone unless it says how.
    /// </summary>
    public ImmutableArray<string>? Replaced { get; init; }
}

/// <summary>One way of a migration.</summary>
/// <param name="Statements">The statements, in order.</param>
/// <param name="Transaction">Whether they run in a transaction.</param>
/// <param name="Timeout">How long each statement may take; null is the connection's default.</param>
public sealed record MigrationSection(ImmutableArray<SqlStatement> Statements, TransactionMode Transaction, TimeSpan? Timeout)
{
    /// <summary>What happens to the checking of foreign keys meanwhile.</summary>
    internal ForeignKeyEnforcement ForeignKeys { get; init; }
}

/// <summary>A migration named by another one that needs it.</summary>
/// <param name="Revision">The whole id, a unique part of it, its version or its name.</param>
/// <param name="Location">Where it is named.</param>
public sealed record Dependency(string Revision, SourceLocation Location);
