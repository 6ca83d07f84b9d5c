using System.Collections.Immutable;
using Godwit.History;
using Godwit.Migrations;

namespace Godwit.Adoption;

/// <summary>What taking over an existing database would do. Nothing of it is done.</summary>
public sealed record AdoptionPlan
{
    /// <summary>The history that another tool keeps in the database; null when none was found.</summary>
    public ForeignHistory? History { get; init; }

    /// <summary>The migrations of this project that are recorded as applied, in the order in which the other tool applied them.</summary>
    public ImmutableArray<AdoptedMigration> Recorded { get; init; } = [];

    /// <summary>What the other tool has applied and this project has no file for.</summary>
    public ImmutableArray<ForeignEntry> WithoutFile { get; init; } = [];

    /// <summary>The migrations of this project that the other tool has not applied: they stay pending.</summary>
    public ImmutableArray<MigrationId> Pending { get; init; } = [];

    /// <summary>The baseline that is written and recorded as applied; null when the project has migrations already.</summary>
    public BaselineContent? Baseline { get; init; }

    /// <summary>The name under which the other tool's table is kept, because Godwit's history needs its own; null when it stays as it is.</summary>
    public string? KeptAs { get; init; }

    /// <summary>The schemas of the database that are neither the current one nor taken over with it.</summary>
    public ImmutableArray<string> OtherSchemas { get; init; } = [];

    /// <summary>Whether there is nothing to take over: an empty database without a history.</summary>
    public bool IsEmpty => History is null && Baseline is null;
}

/// <summary>A migration that another tool has applied.</summary>
/// <param name="Id">The migration of this project.</param>
/// <param name="Entry">What the other tool's history says of it.</param>
/// <param name="Batch">The batch under which it is recorded.</param>
public sealed record AdoptedMigration(MigrationId Id, ForeignEntry Entry, int Batch);
