using System.Collections.Immutable;

namespace Godwit.Seeding;

/// <summary>What is to be seeded.</summary>
public sealed record SeedRequest
{
    /// <summary>
    /// The seeder: a class, with or without the word Seeder at its end, or a file of the directory. Default: <c>DatabaseSeeder</c> where there is one,
    /// otherwise all of them in the order of their names.
    /// </summary>
    public string? Seeder { get; init; }

    /// <summary>Classes that are seeders beside those of the migrator's assemblies. Default: none.</summary>
    public ImmutableArray<Type> Classes { get; init; } = [];

    /// <summary>What becomes of seeders that run once and have been run.</summary>
    public Remembered Remembered { get; init; }
}

/// <summary>What becomes of seeders that run once and have been run.</summary>
public enum Remembered
{
    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>They are run again.</summary>
    RunAgain,
}

/// <summary>What was seeded.</summary>
/// <param name="Seeders">The seeders in the order in which they ended.</param>
public sealed record SeedResult(ImmutableArray<SeededBy> Seeders)
{
    /// <summary>How many rows were written.</summary>
    public long Rows => Seeders.Sum(seeder => seeder.Rows);
}

/// <summary>What one seeder did.</summary>
/// <param name="Name">Its name: a class, or a file.</param>
/// <param name="Rows">How many rows it wrote.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Outcome">Whether it ran.</param>
public sealed record SeededBy(string Name, long Rows, TimeSpan Elapsed, SeedOutcome Outcome);

/// <summary>Whether a seeder ran.</summary>
public enum SeedOutcome
{
    /// <summary>It did.</summary>
    Ran,

    /// <summary>It runs once, and had been run before.</summary>
    Remembered,
}
