using System.Collections.Immutable;
using Bogus;
using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>What a factory does beside what it defines.</summary>
internal sealed record Recipe<TModel>
{
    /// <summary>The changes after the definition, in order; each is told the row's number.</summary>
    internal ImmutableArray<Action<TModel, Faker, int>> Changes { get; init; } = [];

    /// <summary>Rows that refer to each row.</summary>
    internal ImmutableArray<Relation> Children { get; init; } = [];

    /// <summary>Rows that all rows refer to.</summary>
    internal ImmutableArray<Relation> Parents { get; init; } = [];

    /// <summary>Values of columns that are settled: keys of the rows that are referred to.</summary>
    internal ImmutableDictionary<string, object?> Given { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>Makes everything the same each time; null is another each time.</summary>
    internal int? Seed { get; init; }

    /// <summary>The language.</summary>
    internal string Locale { get; init; } = "en";

    /// <summary>Something to make values with.</summary>
    internal Faker Faker() => new(Locale) { Random = Seed is { } seed ? new Randomizer(seed) : new Randomizer() };
}

/// <summary>Rows on the other side of a foreign key.</summary>
/// <param name="Factory">Makes them.</param>
/// <param name="Count">How many.</param>
/// <param name="Column">The column that refers; null where there is only one.</param>
internal sealed record Relation(IRowFactory Factory, int Count, string? Column);

/// <summary>Makes rows, whatever the class of their models.</summary>
internal interface IRowFactory
{
    /// <summary>The model class.</summary>
    Type Model { get; }

    /// <summary>Makes models and their rows.</summary>
    /// <param name="context">The database.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of a factory that has none of its own.</param>
    /// <param name="given">Values of columns that are settled.</param>
    /// <param name="path">The tables whose rows must refer to these, the first one first.</param>
    Task<IReadOnlyList<object>> CreateAsync(SeedContext context, int count, int seed, ImmutableDictionary<string, object?> given, ImmutableList<ObjectName> path);
}

/// <summary>A row that is there, in the place of one that would be made.</summary>
internal sealed class ExistingRow<TModel>(TModel row) : IRowFactory
    where TModel : class
{
    public Type Model => typeof(TModel);

    public Task<IReadOnlyList<object>> CreateAsync(SeedContext context, int count, int seed, ImmutableDictionary<string, object?> given, ImmutableList<ObjectName> path) =>
        Task.FromResult<IReadOnlyList<object>>([row]);
}
